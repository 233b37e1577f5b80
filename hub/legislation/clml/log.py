"""The publication log of legislation.gov.uk: an Atom feed of what was published or withdrawn."""

import datetime
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from hub.legislation.clml.addresses import SITE, address_of
from hub.legislation.clml.names import ATOM, DC, PBL, words
from hub.legislation.clml.refusal import Refused


@dataclass(frozen=True, slots=True)
class Entry:
    """`url` is the XML to ask for; `item` is the law, such as ukpga/2015/30."""

    id: str
    item: str
    title: str
    url: str
    published_at: datetime.datetime
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class Log:
    """One page of it; `next_url` is that of the next page, or empty."""

    entries: tuple[Entry, ...]
    next_url: str


def is_log(root: Element) -> bool:
    return root.tag == f"{ATOM}feed"


def log_of(root: Element) -> Log:
    """Only what is about the text of a law or about changes to it. Raises Refused."""
    entries = root.findall(f"{ATOM}entry")
    if entries and all(entry.find(f"{PBL}ContentType") is None for entry in entries):
        raise Refused(_("It is a feed, but not the publication log of legislation.gov.uk."))
    found = (entry_of(entry) for entry in entries)
    links = (e.get("href") or "" for e in root.findall(f"{ATOM}link") if e.get("rel") == "next")
    return Log(tuple(entry for entry in found if entry), next(links, ""))


def entry_of(entry: Element) -> Entry | None:
    address = address_of(words(entry.find(f"{DC}identifier")))
    kind = words(entry.find(f"{PBL}ContentType"))
    withdrawn = words(entry.find(f"{PBL}Event")) == "withdrawn"
    name = "Item_Withdrawn" if withdrawn else "Item_Published"
    url = words(entry.find(f"{PBL}{name}"))
    is_text = kind == "legislation" and words(entry.find(f"{PBL}Format")) == "xml"
    is_change = kind == "changes" and words(entry.find(f"{PBL}Direction")) == "affected"
    if address is None or not (is_text or is_change):
        return None
    if is_change:
        url = f"{SITE}/{address.item}/data.xml"
    named = address_of(url)
    if named is None or named.item != address.item or len(url) > 500:
        return None
    return Entry(
        id=words(entry.find(f"{ATOM}id")),
        item=address.item,
        title=words(entry.find(f"{ATOM}title"))[:1000],
        url=url.replace("http://", "https://", 1),
        published_at=moment(words(entry.find(f"{ATOM}updated"))),
        is_withdrawn=withdrawn,
    )


def moment(text: str) -> datetime.datetime:
    try:
        found = datetime.datetime.fromisoformat(text)
    except ValueError as error:
        said = {"date": text[:40]}
        raise Refused(_("“%(date)s” of an entry is no moment.") % said) from error
    return found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
