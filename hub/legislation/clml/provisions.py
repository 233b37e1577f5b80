"""Numbered provisions of a file, each with the days, the place and the nations it is law for.

A fragment (in practice the group around a section) carries the days of its own text. Those of a
part or of the act are the days of that whole, and change whenever anything in it does: they are
never taken for the days of a section.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from hub.legislation.clml.addresses import address_of
from hub.legislation.clml.names import LEG, day, local, words
from hub.legislation.clml.text import lines_of
from hub.legislation.enums import TextStatus

LETTERS = {"E": "E", "W": "W", "S": "S", "N.I.": "N", "NI": "N"}
# What stands in the body of a file and is no provision of this law.
PASSED_OVER = {
    *("BlockAmendment", "BlockExtract", "ExplanatoryNotes", "Commentaries", "Contents"),
    *("PrimaryPrelims", "SecondaryPrelims", "SignedSection", "Footnotes", "Resources"),
    *("EarlierOrders", "MarginNotes", "Metadata"),
}
IN_SCHEDULES = frozenset({"P1", "P1group"})
STATUSES = {
    "": TextStatus.IN_FORCE,
    "Prospective": TextStatus.PROSPECTIVE,
    "Repealed": TextStatus.REPEALED,
    "Dead": TextStatus.REPEALED,
    "Discarded": TextStatus.DISCARDED,
}


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a provision and the days on which it stood, both included."""

    path: str
    within: str
    heading: str
    lines: tuple[tuple[int, str], ...]
    extent: str
    status: TextStatus
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """What the elements around one say of it."""

    extent: str = ""
    status: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None
    within: str = ""
    heading: str = ""
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Walk:
    """Goes through a file once; `left_out` says in words what it couldn't take."""

    item: str
    as_passed: bool
    left_out: list[str] = field(default_factory=list)

    def texts(self, element: Element, place: Place) -> Iterator[Text]:
        name = local(element)
        if name in PASSED_OVER:
            return
        here = placed(element, place)
        if name == "P1":
            yield from self.text(element, here, self.path(element))
            return
        if name == "P1group":
            here = replace(here, heading=words(element.find(f"{LEG}Title")))
        elif name == "Schedule":
            here = replace(here, heading=words(element.find(f"{LEG}TitleBlock/{LEG}Title")))
            yield from self.text(element, here, self.path(element))
            here = replace(here, heading="", notes=())
            here = here if here.status else replace(here, start=None, end=None)
        for child in element:
            yield from self.texts(child, here)

    def path(self, element: Element) -> str:
        """From its address, else from its id, which has the same steps."""
        address = address_of(element.get("IdURI") or "")
        if address and address.item == self.item and address.part:
            return address.part
        return (element.get("id") or "").replace("-", "/")

    def text(self, element: Element, place: Place, path: str) -> Iterator[Text]:
        if not path or len(path) > 200:
            number = words(element.find(f"{LEG}Pnumber")) or words(element.find(f"{LEG}Number"))
            self.left_out.append(_("“%(number)s” has no address") % {"number": number[:40]})
            return
        status = STATUSES.get(place.status)
        if status is None:
            said = {"path": path, "status": place.status[:40]}
            self.left_out.append(_("%(path)s has the unknown status “%(status)s”") % said)
            return
        text = Text(
            path=path,
            within=place.within if place.within != path else "",
            heading=place.heading[:1000],
            lines=tuple(own_lines(element)),
            extent=place.extent,
            status=status,
            valid_from=place.start,
            valid_to=place.end - datetime.timedelta(days=1) if place.end else None,
            notes=tuple(dict.fromkeys((*place.notes, *own_refs(element)))),
        )
        yield from self.dated(text)

    def dated(self, text: Text) -> Iterator[Text]:
        if self.as_passed:
            passed = TextStatus.AS_PASSED
            yield replace(text, status=passed, valid_from=None, valid_to=None)
        elif text.valid_from and text.valid_to and text.valid_to < text.valid_from:
            # One that begins and ends on the same day never stood.
            if text.valid_to < text.valid_from - datetime.timedelta(days=1):
                self.left_out.append(_("%(path)s ends before it starts") % {"path": text.path})
        elif text.valid_to and text.status in ENDED_AS:
            yield replace(text, status=ENDED_AS[text.status])
            after = text.valid_to + datetime.timedelta(days=1)
            yield replace(text, lines=(), valid_from=after, valid_to=None)
        else:
            yield text


# A repealed text with a last day is the text up to that day, and nothing after it.
ENDED_AS = {
    TextStatus.REPEALED: TextStatus.IN_FORCE,
    TextStatus.DISCARDED: TextStatus.PROSPECTIVE,
}


def own_lines(element: Element) -> list[tuple[int, str]]:
    """Of a schedule, what stands in no numbered paragraph: those are provisions themselves."""
    if local(element) != "Schedule":
        return lines_of(element)
    body = element.find(f"{LEG}ScheduleBody")
    return lines_of(body, without=IN_SCHEDULES) if body is not None else []


def own_refs(element: Element) -> list[str]:
    if local(element) != "Schedule":
        return refs(element)
    return [ref for child in element if local(child) != "ScheduleBody" for ref in refs(child)]


def placed(element: Element, around: Place) -> Place:
    """The extent is that of the nearest element that has one; so is a status, with its days."""
    get = element.get
    here = around
    if extent := letters(get("RestrictExtent")):
        here = replace(here, extent=extent)
    status = (get("Status") or "").strip()
    start, end = get("RestrictStartDate"), get("RestrictEndDate")
    if status or start or end:
        what = get("IdURI") or get("id") or local(element)
        here = replace(here, status=status, start=day(start, what), end=day(end, what))
    # The days of a whole are not those of what it holds, unless all of it has one fate.
    if local(element) not in {"P1", "P1group", "Schedule"} and not here.status:
        here = replace(here, start=None, end=None)
    if local(element) in CONTAINERS and (address := address_of(get("IdURI") or "")):
        here = replace(here, within=address.part[:300] or here.within)
    if local(element) == "P1group":
        titles = element.find(f"{LEG}Title")
        here = replace(here, notes=tuple(refs(titles)) if titles is not None else ())
    return here


CONTAINERS = {"Group", "Part", "Chapter", "Pblock", "PsubBlock", "Schedule", "Appendix"}


def letters(extent: str | None) -> str:
    """EW for E+W; empty where nothing is said or nothing known."""
    found = {LETTERS.get(one.strip()) for one in (extent or "").split("+")}
    return "".join(letter for letter in "EWSN" if letter in found)


def refs(element: Element) -> list[str]:
    """Ids of the notes that its words point at, each once."""
    found = []
    for inner in element.iter():
        if inner.tag == f"{LEG}CommentaryRef":
            found.append(inner.get("Ref") or "")
        elif inner.get("CommentaryRef"):
            found.append(inner.get("CommentaryRef") or "")
    return list(dict.fromkeys(filter(None, found)))
