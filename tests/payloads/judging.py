"""Whether a payload became part of a page, as a parser of HTML reads the page."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.payloads.payload import ELSEWHERE, MARK

SITE = "https://testserver/"
# Addresses that are only followed when somebody presses them, and may lead anywhere by http.
PRESSED = {("a", "href"), ("area", "href")}
ADDRESSES = {
    "action",
    "background",
    "cite",
    "data",
    "formaction",
    "href",
    "manifest",
    "ping",
    "poster",
    "src",
    "srcset",
    "xlink:href",
}
SAFE_TO_PRESS = {"http", "https", "mailto", "tel"}
DATA_IN_SCRIPTS = {"application/json", "application/ld+json", "speculationrules"}
# What browsers drop from an address before they read it.
DROPPED = re.compile(r"^[\x00-\x20]+|[\t\r\n]")
HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
# What an animation of SVG gives to other attributes.
MOVED = {"by", "from", "to", "values"}
# Values that other elements are known by, which must not be of anybody's choosing.
NAMES = {"id", "name", "form", "target", "is", "slot", "for", "http-equiv"}


def faults(html: str) -> list[str]:
    """One line for each place where something marked has become more than text."""
    root = LexborHTMLParser(html).root
    return [] if root is None else [fault for node in root.traverse() for fault in faults_of(node)]


def faults_of(node: LexborNode) -> Iterator[str]:
    tag = str(node.tag)
    if tag.startswith("-"):
        return
    if MARK in tag:
        yield f"<{tag}> is an element"
    if tag in {"script", "style"} and runs(node):
        yield f"<{tag}> holds {node.text()[:80]!r}"
    if tag == "meta" and "http-equiv" in node.attributes and MARK in str(node.attributes):
        yield f"{node.html} is obeyed"
    for name, value in node.attributes.items():
        yield from faults_of_attribute(tag, name.lower(), value or "")


def runs(node: LexborNode) -> bool:
    """Whether the marked word stands in a script or style, and not in its data."""
    is_data = (node.attributes.get("type") or "").lower() in DATA_IN_SCRIPTS
    return MARK in (node.text() or "") and not is_data


def faults_of_attribute(tag: str, name: str, value: str) -> Iterator[str]:
    shown = f'<{tag} {name}="{value[:80]}">'
    if MARK in name:
        yield f"{shown} has an attribute of its own"
    if MARK not in value:
        return
    if name in MOVED:
        yield f"{shown} becomes another attribute"
    if name.startswith("on") or name in {"style", "srcdoc"}:
        yield f"{shown} runs"
    elif name in NAMES and not is_heading(tag, value):
        yield f"{shown} has a name"
    elif name in ADDRESSES and not is_safe(tag, name, value):
        yield f"{shown} leads there"


def is_heading(tag: str, value: str) -> bool:
    """Headings are named by their words, of which letters and figures are left."""
    return tag in HEADINGS and re.fullmatch(r"[\w-]+", value) is not None


def is_safe(tag: str, name: str, value: str) -> bool:
    """Addresses of the site are; others where somebody has to press them first."""
    address = DROPPED.sub("", value).replace("\\", "/")
    try:
        parts = urlsplit(urljoin(SITE, address))
    except ValueError:
        return True  # browsers can't read it either
    if (tag, name) in PRESSED:
        return parts.scheme in SAFE_TO_PRESS
    return parts.scheme in {"http", "https"} and ELSEWHERE not in parts.netloc
