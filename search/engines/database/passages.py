"""Passages of the few sections that are shown, in SQLite.

They go into a text index of their own for the moment: in the index of all sections, each word would
be looked up for each of them, which took eight times as long.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from search.engines.base import MARK_END, MARK_START
from search.engines.database.tables import TOKENIZE

TABLE = f"CREATE VIRTUAL TABLE shown USING fts5(heading, text, tokenize='{TOKENIZE}')"
ADD = "INSERT INTO shown(rowid, heading, text) VALUES (?, ?, ?)"
PASSAGES = "SELECT rowid, snippet(shown, 1, ?, ?, '…', 32) FROM shown WHERE shown MATCH ?"


def passages(sections: Iterable[tuple[int, str, str]], match: str) -> dict[int, str]:
    """By id, of the sections (id, heading, text) that match."""
    with closing(sqlite3.connect(":memory:")) as shown:
        shown.execute(TABLE)
        shown.executemany(ADD, sections)
        return dict(shown.execute(PASSAGES, [MARK_START, MARK_END, match]).fetchall())
