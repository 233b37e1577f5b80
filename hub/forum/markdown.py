"""Markdown of posts to safe HTML. Rendered once, when a post is written.

Two walls: the parser lets no raw HTML through, and nh3 keeps only the few elements below.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import escape

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol",
    "p", "pre", "s", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "th": {"scope"}}
SCHEMES = {"http", "https", "mailto", "tel"}
LINK_REL = "nofollow noopener ugc"
# Headings of a post stand below the page's own: h1 title, h2 "Answers".
HEADINGS_BELOW = 2
# Ten times what the liveliest post of 20,000 characters holds.
MOST_LINES = MOST_MARKS = 2000
MARKS = "*_~[]!<`&"
BARE_ADDRESS = re.compile(r"https?://[^\s<>\"'`]+[^\s<>\"'`.,;:!?)\]]")


def render_markdown(source: str) -> str:
    """Safe HTML of a post's text, in under 100 ms for the longest.

    What nobody writes by hand, such as a thousand open brackets, would take the parser seconds:
    it is shown as it was typed.
    """
    html = as_typed(source) if is_a_bomb(source) else _parser().render(source)
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=LINK_REL,
    )


def is_a_bomb(source: str) -> bool:
    """By what costs the parser time: lines, marks, and cells, which every row of a table gets."""
    lines = source.splitlines()
    rows = [bars for line in lines if (bars := line.count("|"))]
    marks = sum(map(source.count, MARKS)) + max(rows, default=0) * len(rows)
    return len(lines) > MOST_LINES or marks > MOST_MARKS


def as_typed(source: str) -> str:
    return f"<p>{'<br>'.join(escape(line) for line in source.splitlines())}</p>"


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": 20})
    parser.enable(["table", "strikethrough"]).disable("image")
    parser.core.ruler.push("headings_below", lower_headings)
    parser.core.ruler.push("bare_addresses", link_bare_addresses)
    return parser


def lower_headings(state: StateCore) -> None:
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + HEADINGS_BELOW, 6)}"


def link_bare_addresses(state: StateCore) -> None:
    """Turns an address that somebody pasted into a link, outside links and code."""
    for block in state.tokens:
        if block.type != "inline" or not block.children:
            continue
        linked: list[Token] = []
        depth = 0
        for token in block.children:
            depth += (token.type == "link_open") - (token.type == "link_close")
            if token.type == "text" and not depth:
                linked += _with_links(token, state.md)
            else:
                linked.append(token)
        block.children = linked


def _with_links(token: Token, parser: MarkdownIt) -> Iterator[Token]:
    """The text in pieces: plain text and links."""
    end = 0
    for match in BARE_ADDRESS.finditer(token.content):
        href = parser.normalizeLink(match[0])
        if not parser.validateLink(href):
            continue
        yield _text(token.content[end : match.start()])
        yield Token("link_open", "a", 1, {"href": href})
        yield _text(match[0])
        yield Token("link_close", "a", -1)
        end = match.end()
    yield _text(token.content[end:])


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
