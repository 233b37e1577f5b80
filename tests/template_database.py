"""A migrated database, kept between test runs for as long as nothing that shapes it changes.

Migrating takes a minute of computing, copying SQLite's file takes milliseconds.
"""

import os
import sqlite3
from functools import cache
from pathlib import Path

from scripts.fingerprint import fingerprint

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var" / "test-templates"
SHAPERS = ("**/migrations/*.py", "**/seed*.py", "**/apps.py", "**/engines/**/*.py", "**/*.sql")
ENDINGS = {"sqlite": "sqlite3", "postgresql": "dump"}
OWN_ROOTS = ("hub", "courses", "search")


@cache
def template(vendor: str = "sqlite") -> Path:
    """Where the template of the present migrations, seeds and lock is, or would be."""
    own = [file for root in OWN_ROOTS for name in SHAPERS for file in (ROOT / root).glob(name)]
    places = sorted({*own, ROOT / "requirements" / "dev.txt"})
    return KEPT / f"{fingerprint(places)}.{ENDINGS[vendor]}"


def copy(source: Path | str, target: Path | str) -> None:
    """SQLite's own online backup, which is right while the source is in use."""
    old, new = sqlite3.connect(source), sqlite3.connect(target)
    old.backup(new)
    old.close()
    new.close()


def keep(database: Path | str, kept: Path) -> None:
    """Keep a copy under its name at once or not at all, and drop those of earlier migrations."""
    drop_others(kept)
    unfinished = kept.with_suffix(f".{os.getpid()}")
    copy(database, unfinished)
    unfinished.replace(kept)


def drop_others(kept: Path) -> None:
    """Make room for the template: those of earlier migrations go."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    for other in kept.parent.glob(f"*{kept.suffix}"):
        other.unlink(missing_ok=True)
