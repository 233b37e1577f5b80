"""What is hashed, and how: a chain in which each segment vouches for all before it.

A row is one line of JSON, an array of id, moment (UTC, microseconds), person id, action, subject
and reason, in ASCII and without spaces, ended by a line feed. `rows_hash` is SHA-256 (FIPS 180-4)
over the lines by rising id. A segment closes with SHA-256 over a line of the same shape: number,
first id, last id, count, moment of the newest row, moment of sealing, `rows_hash`, closing hash of
the segment before (64 noughts for the first). As that line needs no row, a chain whose oldest rows
are gone can still be followed. After Haber and Stornetta, "How to time-stamp a digital document"
(Journal of Cryptology 3, 1991): linking by one-way hashes, whoever changes an old link must change
all later ones, and a closing hash noted elsewhere shows it.
"""

import datetime
import hashlib
import json
from collections.abc import Iterable, Sequence

from hub.access.models import AuditSegment

Row = tuple[int, datetime.datetime, int | None, str, str, str]

BEFORE_THE_FIRST = "0" * 64
SHORT = 16  # hexadecimal characters: enough to name the row that changed, no proof by itself


def line(values: Sequence[object]) -> bytes:
    return json.dumps(values, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def moment(at: datetime.datetime | None) -> str:
    """Empty for what SQLite holds in a column of moments without being one."""
    return "" if at is None else at.astimezone(datetime.UTC).isoformat(timespec="microseconds")


def line_of_row(row: Row) -> bytes:
    pk, at, *rest = row
    return line([pk, moment(at), *rest])


def rows_hash(rows: Iterable[Row]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        digest.update(line_of_row(row))
    return digest.hexdigest()


def contents(rows: Iterable[Row]) -> str:
    """One line a row: its id and the start of its digest."""
    return "\n".join(f"{row[0]} {short_digest(row)}" for row in rows)


def short_digest(row: Row) -> str:
    return hashlib.sha256(line_of_row(row)).hexdigest()[:SHORT]


def closing_hash(segment: AuditSegment) -> str:
    values = [
        segment.number,
        segment.first_id,
        segment.last_id,
        segment.count,
        moment(segment.last_at),
        moment(segment.sealed_at),
        segment.rows_hash,
        segment.previous_hash,
    ]
    return hashlib.sha256(line(values)).hexdigest()
