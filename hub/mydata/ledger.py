"""Erasures outside the database: numbers and times in a file beside the backups.

A restored database is older than some erasures; this file is how `hub_restore` knows of them.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from hub.mydata.models import Erasure

NAME = "erasures.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    person_id: int
    erased_at: datetime


def ledger_file() -> Path:
    return Path(settings.BACKUP_DIR) / NAME


def entries() -> Iterator[Entry]:
    """Every entry of the file; a last line that was cut off is passed over."""
    if not ledger_file().exists():
        return
    for line in ledger_file().read_text().splitlines():
        try:
            row = json.loads(line)
            yield Entry(int(row["person"]), datetime.fromisoformat(row["at"]))
        except (ValueError, KeyError, TypeError):
            continue


def in_database() -> list[Entry]:
    return [Entry(row.person_id, row.erased_at) for row in Erasure.objects.all()]


def write_out() -> int:
    """Adds what the file lacks; how many lines. Repeated by every tick, should the disk refuse.

    After a restore a number may be given anew, and erased anew: each erasure has its line.
    """
    known = set(entries())
    return append(entry for entry in in_database() if entry not in known)


def append(new: Iterable[Entry]) -> int:
    lines = [
        json.dumps({"person": entry.person_id, "at": entry.erased_at.isoformat()}) for entry in new
    ]
    if lines:
        ledger_file().parent.mkdir(parents=True, exist_ok=True)
        with ledger_file().open("a") as file:
            # A line that a kill cut off must not swallow the next one.
            file.write("\n" + "\n".join(lines) + "\n")
            file.flush()
            os.fsync(file.fileno())
    return len(lines)
