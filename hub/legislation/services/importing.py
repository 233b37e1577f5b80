"""Keeps what a file of legislation.gov.uk says, all of it or nothing."""

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from hub.legislation.clml.document import Document
from hub.legislation.clml.provisions import Text
from hub.legislation.models.official import (
    INDENT,
    Instrument,
    OfficialProvision,
    OfficialVersion,
)
from hub.legislation.services.effects import keep_effects
from hub.legislation.services.ripple import Rested, Standing, open_changes, standing_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did, in numbers, and the pages of ours that rest on what changed."""

    instrument: Instrument
    provisions: int
    added: int
    changed: int
    effects: int
    rested: tuple[Rested, ...]
    left_out: tuple[str, ...]

    @property
    def is_nothing_new(self) -> bool:
        return not (self.added or self.changed or self.effects)


@transaction.atomic
def import_document(*, document: Document) -> Outcome:
    """Safe to repeat: what is there already isn't written again.

    A text that a newer file gave is never put back to that of an older one. About fifteen queries,
    and one for each version that changed.
    """
    instrument, is_new = keep_instrument(document)
    was_whole = instrument.is_whole
    texts = grouped(document.texts)
    known = known_provisions(instrument, texts)
    before = {path: standing_of(row, document.language) for path, row in known.items()}
    add_provisions(instrument, texts, known)
    added, changed = keep_texts(known, texts, document)
    effects = keep_effects(instrument=instrument, document=document)
    note_newest(instrument, document)
    rested: list[Rested] = []
    if not is_new and (added or changed):
        unknown = Standing() if was_whole else None
        rested = open_changes(instrument, known, before, unknown, document.language)
    return Outcome(
        instrument, len(texts), added, changed, effects, tuple(rested), document.left_out
    )


def keep_instrument(document: Document) -> tuple[Instrument, bool]:
    """Locked until the import is done, so that two at once follow one another."""
    kind = document.item.partition("/")[0]
    facts: dict[str, Any] = {"kind": kind, "title": document.title, "number": document.number}
    facts |= {"year": document.year, "passed_on": document.passed_on}
    _, is_new = Instrument.objects.get_or_create(path=document.item, defaults=facts)
    return Instrument.objects.select_for_update().get(path=document.item), is_new


def note_newest(instrument: Instrument, document: Document) -> None:
    facts: dict[str, Any] = {"is_whole": instrument.is_whole or not document.part}
    if not is_older(document.modified_on, instrument.modified_on):
        facts |= {"modified_on": document.modified_on or instrument.modified_on}
        if document.language == "en":
            facts |= {"title": document.title}
    write_differences(instrument, facts)


def grouped(texts: Iterable[Text]) -> dict[str, list[Text]]:
    """By path. What stands at one path, in one extent and on the same days is one text."""
    found: dict[str, dict[tuple, Text]] = {}
    for text in texts:
        key = (text.extent, text.status, text.valid_from, text.valid_to)
        rows = found.setdefault(text.path, {})
        if key in rows:
            first = rows[key]
            text = replace(first, lines=first.lines + text.lines, notes=(*first.notes, *text.notes))
        rows[key] = text
    return {path: list(rows.values()) for path, rows in found.items()}


def known_provisions(
    instrument: Instrument, texts: dict[str, list[Text]]
) -> dict[str, OfficialProvision]:
    rows = instrument.provisions.prefetch_related("versions")
    return {row.path: row for row in rows if row.path in texts}


def add_provisions(
    instrument: Instrument, texts: dict[str, list[Text]], known: dict[str, OfficialProvision]
) -> None:
    within = {path: next((t.within for t in rows if t.within), "") for path, rows in texts.items()}
    OfficialProvision.objects.bulk_create(
        OfficialProvision(instrument=instrument, path=path, within=within[path])
        for path in texts
        if path not in known
    )
    for path, row in known_provisions(instrument, texts).items():
        known.setdefault(path, row)
        if within[path]:
            write_differences(known[path], {"within": within[path]})


def keep_texts(
    known: dict[str, OfficialProvision], texts: dict[str, list[Text]], document: Document
) -> tuple[int, int]:
    """How many versions were added, and how many changed."""
    added, changed = [], 0
    for path, of_path in texts.items():
        for text in of_path:
            facts = facts_of(text, document)
            row = same_version(known[path], facts)
            if row is None:
                added.append(OfficialVersion(provision=known[path], **facts))
            elif not is_older(document.modified_on, row.modified_on):
                changed += mend(row, facts)
    OfficialVersion.objects.bulk_create(added)
    return len(added), changed


def mend(row: OfficialVersion, facts: dict[str, Any]) -> bool:
    """Whether what it says, or its end, is another now."""
    if facts["modified_on"] == row.modified_on:
        facts["valid_to"] = facts["valid_to"] or row.valid_to
    facts["known_to"] = max(filter(None, (facts["known_to"], row.known_to)), default=None)
    is_changed = any(getattr(row, name) != facts[name] for name in ("digest", "valid_to"))
    write_differences(row, facts)
    return is_changed


def same_version(provision: OfficialProvision, facts: dict[str, Any]) -> OfficialVersion | None:
    """One with the same last day, else one that may have got it since."""
    rows = [row for row in provision.versions.all() if is_same(row, facts)]
    return min(rows, key=lambda row: row.valid_to != facts["valid_to"], default=None)


def is_same(row: OfficialVersion, facts: dict[str, Any]) -> bool:
    """The same version, maybe mended since: its text and its end may be others."""
    names = ("language", "extent", "status", "valid_from")
    if any(getattr(row, name) != facts[name] for name in names):
        return False
    if row.valid_from:
        return True
    return row.valid_to == facts["valid_to"] or row.digest == facts["digest"]


def facts_of(text: Text, document: Document) -> dict[str, Any]:
    written = "\n".join(f"{INDENT * level}{words}" for level, words in text.lines)
    notes = dict.fromkeys(document.notes[ref] for ref in text.notes if ref in document.notes)
    return {
        "language": document.language,
        "extent": text.extent,
        "status": text.status,
        "valid_from": text.valid_from,
        "valid_to": text.valid_to,
        "heading": text.heading,
        "text": written,
        "notes": [list(note) for note in notes],
        "digest": hashlib.sha256(f"{text.heading}\n{written}".encode()).hexdigest(),
        "known_to": document.known_to,
        "modified_on": document.modified_on,
    }


def is_older(one: datetime.date | None, other: datetime.date | None) -> bool:
    return (one or datetime.date.min) < (other or datetime.date.min)


def write_differences(row: Any, facts: dict[str, Any]) -> bool:
    """Writes what isn't so already, and says whether anything was."""
    names = [name for name, value in facts.items() if getattr(row, name) != value]
    for name in names:
        setattr(row, name, facts[name])
    if names:
        row.save(update_fields=names)
    return bool(names)
