"""Whether the audit record is what was sealed, and if not, where it differs.

A row that isn't sealed yet can be changed or dropped without a trace here, so hub_tick seals within
minutes. So can the end of the chain be cut off, or the whole of it be computed anew: that shows
against a closing hash that was noted outside the database, such as in the log of hub_tick.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from hub.access.audit import chain
from hub.access.models import AuditRecord, AuditSegment
from hub.access.models.audit import SEALED_FIELDS
from hub.access.services.purging import PURGED

# Rows carry the moment of their insert and are sealed by rising id; clocks differ and transactions
# take time, but not this much.
LATE = datetime.timedelta(hours=1)
Rows = dict[int, chain.Row]


@dataclass(frozen=True, slots=True)
class Fault:
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(slots=True)
class Found:
    """What a check walked over, and where it ended."""

    segments: int = 0
    records: int = 0
    closing_hash: str = chain.BEFORE_THE_FIRST


def faults(found: Found, known_hash: str = "") -> Iterator[Fault]:
    """Every fault, oldest segment first. One query a segment; some 1,000 rows in memory."""
    before: AuditSegment | None = None
    is_known = not known_hash
    for segment in AuditSegment.objects.order_by("number").iterator(chunk_size=20):
        yield from faults_of_link(segment, before)
        yield from faults_of_rows(segment, before, found)
        is_known = is_known or segment.closing_hash == known_hash
        found.segments += 1
        found.closing_hash = segment.closing_hash
        before = segment
    yield from faults_outside(before, found)
    yield from faults_of_purge()
    if not is_known:
        yield Fault("chain", f"no segment closes with {known_hash}: it was cut off or made anew")


def faults_of_link(segment: AuditSegment, before: AuditSegment | None) -> Iterator[Fault]:
    where = str(segment)
    expected = before.number + 1 if before else 1
    if segment.number != expected:
        yield Fault(where, f"segment {expected} should stand before it and is missing")
    elif segment.previous_hash != (before.closing_hash if before else chain.BEFORE_THE_FIRST):
        yield Fault(where, "broken link: it doesn't carry the closing hash of the one before")
    if segment.closing_hash != chain.closing_hash(segment):
        yield Fault(where, "its own row was changed: it doesn't add up to its closing hash")
    if segment.purged_at and before and not before.purged_at:
        yield Fault(where, "marked as purged, although an older one is kept")


def faults_of_rows(
    segment: AuditSegment, before: AuditSegment | None, found: Found
) -> Iterator[Fault]:
    where = str(segment)
    rows = rows_of(segment)
    found.records += len(rows)
    named = list(faults_by_row(rows, contents_of(segment)))
    yield from named
    untold = not segment.purged_at and not named
    if untold and chain.rows_hash(rows.values()) != segment.rows_hash:
        yield Fault(where, "its records aren't those that were sealed")
    if before:
        yield from late(rows, before)


def rows_of(segment: AuditSegment) -> Rows:
    rows = AuditRecord.objects.filter(segment=segment).order_by("pk").values_list(*SEALED_FIELDS)
    return {row[0]: row for row in rows}


def contents_of(segment: AuditSegment) -> dict[int, str]:
    """The digests by id; lines that make no sense are left out, so that their rows stand out."""
    entries = (entry.partition(" ") for entry in segment.contents.splitlines())
    return {int(pk): digest for pk, _, digest in entries if pk.isdecimal()}


def faults_by_row(rows: Rows, sealed: dict[int, str]) -> Iterator[Fault]:
    for pk in sorted(rows.keys() | sealed.keys()):
        if pk not in rows:
            yield Fault(f"record {pk}", "missing: it was sealed and is gone")
        elif pk not in sealed:
            yield Fault(f"record {pk}", "added: it wasn't there when its segment was sealed")
        elif chain.short_digest(rows[pk]) != sealed[pk]:
            yield Fault(f"record {pk}", "changed after it was sealed")


def late(rows: Rows, before: AuditSegment) -> Iterator[Fault]:
    """Rows with a moment that an earlier segment had long passed when they came."""
    limit = before.last_at and before.last_at - LATE
    for pk, row in rows.items():
        if limit and row[1] and row[1] < limit:
            yield Fault(f"record {pk}", f"added later than it says: it isn't in {before}")


def faults_outside(last: AuditSegment | None, found: Found) -> Iterator[Fault]:
    """Rows that aren't sealed yet, and rows of segments that don't exist."""
    rows = AuditRecord.objects.order_by("pk").values_list(*SEALED_FIELDS)
    waiting = {row[0]: row for row in rows.filter(segment=None)}
    found.records += len(waiting)
    if last:
        yield from late(waiting, last)
    exists = AuditSegment.objects.filter(pk=OuterRef("segment_id"))
    for pk, *_ in rows.exclude(segment=None).filter(~Exists(exists)):
        yield Fault(f"record {pk}", "its segment is missing")


def faults_of_purge() -> Iterator[Fault]:
    """The newest record of a purge names the last segment without rows; both must agree."""
    last = AuditSegment.objects.purged().order_by("-number").first()
    record = AuditRecord.objects.filter(action=PURGED).order_by("-pk").first()
    said = record.subject if record else "no segment"
    if last and str(last) != said:
        yield Fault(str(last), f"emptied without a record of it: {said} is on record")
