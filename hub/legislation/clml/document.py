"""A whole file of legislation.gov.uk: which law it is of, and what it says of it."""

import datetime
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from hub.legislation.clml.addresses import address_of
from hub.legislation.clml.effects import Effect, effects_of
from hub.legislation.clml.names import DC, DCT, LANGUAGE, LEG, UKM, day, value_of, words
from hub.legislation.clml.provisions import Place, Text, Walk
from hub.legislation.clml.refusal import Refused

DATES = ("RestrictStartDate", "RestrictEndDate")


@dataclass(frozen=True, slots=True)
class Document:
    """`part` is what was asked for: empty for all of the act or instrument."""

    item: str
    part: str
    title: str
    year: int | None
    number: str
    language: str
    passed_on: datetime.date | None
    modified_on: datetime.date | None
    known_to: datetime.date | None
    texts: tuple[Text, ...]
    notes: dict[str, tuple[str, str]]
    effects: tuple[Effect, ...]
    left_out: tuple[str, ...]


def document_of(root: Element) -> Document:
    """Raises Refused for what isn't a file of legislation.gov.uk that holds law."""
    check_kind(root)
    address = address_of(root.get("IdURI") or root.get("DocumentURI") or "")
    if address is None:
        raise Refused(_("It doesn't say by an address of legislation.gov.uk which law it is."))
    metadata = root.find(f"{UKM}Metadata")
    if metadata is None:
        raise Refused(_("It has no metadata."))
    walk = Walk(address.item, is_as_passed(root, metadata))
    texts = tuple(walk.texts(root, Place()))
    if not texts:
        raise Refused(_("There is no provision in it."))
    asked = address_of(words(metadata.find(f"{DC}identifier")))
    modified = day(words(metadata.find(f"{DC}modified")), "dc:modified")
    passed = next((e for n in ("EnactmentDate", "Made") for e in metadata.iter(f"{UKM}{n}")), None)
    year = value_of(metadata, "Year")
    return Document(
        item=address.item,
        part=part_asked_for(asked.part, asked.rest) if asked else "",
        title=words(metadata.find(f"{DC}title"))[:1000] or address.item,
        year=int(year) if year.isdecimal() and len(year) == 4 else None,
        number=value_of(metadata, "Number")[:30] or address.item.rpartition("/")[2],
        language="cy" if language_of(root, metadata).startswith("cy") else "en",
        passed_on=day(passed.get("Date") if passed is not None else "", "EnactmentDate"),
        modified_on=modified,
        known_to=known_to(root, metadata, modified),
        texts=texts,
        notes=notes_of(root),
        effects=tuple(effects_of(metadata, address.item)),
        left_out=tuple(walk.left_out),
    )


def check_kind(root: Element) -> None:
    if root.tag != f"{LEG}Legislation":
        raise Refused(_("It is XML, but not of legislation.gov.uk."))
    if root.find(f"{LEG}EURetained") is not None:
        raise Refused(_("It is law of the European Union; the hub takes acts and instruments."))
    if all(root.find(f"{LEG}{name}") is None for name in ("Primary", "Secondary")):
        raise Refused(_("It lists contents only. Choose the file of the whole act or section."))
    if value_of(root, "DocumentStatus") == "draft":
        raise Refused(_("It is a draft, and no law."))


def is_as_passed(root: Element, metadata: Element) -> bool:
    """Whether it is the text as it was passed, of which no file says what is in force."""
    if root.get("RestrictStartDate"):
        return False
    status = value_of(metadata, "DocumentStatus")
    dated = any(element.get(name) for element in root.iter() for name in DATES)
    return status == "final" or not (status or dated)


def part_asked_for(part: str, rest: tuple[str, ...]) -> str:
    """The body, the schedules or the introduction alone are parts as well."""
    steps = {"body", "schedules", "introduction"}
    return part or next((step for step in rest if step in steps), "")


def language_of(root: Element, metadata: Element) -> str:
    return (root.get(LANGUAGE) or words(metadata.find(f"{DC}language"))).lower()


def known_to(
    root: Element, metadata: Element, modified: datetime.date | None
) -> datetime.date | None:
    """The last day of which the file speaks: a file of a past day ends with its version."""
    ended = day(root.get("RestrictEndDate"), "RestrictEndDate")
    if ended:
        return ended - datetime.timedelta(days=1)
    valid = day(words(metadata.find(f"{DCT}valid")), "dct:valid")
    return max(filter(None, (modified, valid)), default=None)


def notes_of(root: Element) -> dict[str, tuple[str, str]]:
    """Kind and words of each note of the editors, by its id."""
    return {
        note.get("id") or "": (note.get("Type") or "", words(note))
        for note in root.iter(f"{LEG}Commentary")
    }
