"""Full-text tables of SQLite and the triggers that keep them equal to the rows.

Not in a migration: a later change of a column remakes the table and drops its triggers without a
word. So they are looked after following every migrate, and rebuilt when one was missing or another.
"""

from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS, connections

from search.engines.database.postgres import tables as postgres_tables

TOKENIZE = "porter unicode61 remove_diacritics 2"
# So many pages are merged at once: other writers wait less than a tenth of a second.
PAGES_MERGED = 500


@dataclass(frozen=True, slots=True)
class TextIndex:
    """An FTS5 table over columns of a table of ours, which keeps the text (external content)."""

    name: str
    content: str
    key: str
    columns: tuple[str, ...]

    @property
    def table_sql(self) -> str:
        return (
            f"CREATE VIRTUAL TABLE {self.name} USING fts5({', '.join(self.columns)}, "
            f"content='{self.content}', content_rowid='{self.key}', tokenize='{TOKENIZE}')"
        )

    @property
    def triggers(self) -> dict[str, str]:
        """Name and statement. An update of other columns leaves the index alone."""
        columns = ", ".join(self.columns)
        new = ", ".join(f"new.{column}" for column in self.columns)
        old = ", ".join(f"old.{column}" for column in self.columns)
        insert = f"INSERT INTO {self.name}(rowid, {columns}) VALUES (new.{self.key}, {new});"  # noqa: S608
        delete = (
            f"INSERT INTO {self.name}({self.name}, rowid, {columns}) "  # noqa: S608
            f"VALUES ('delete', old.{self.key}, {old});"
        )
        events = {
            "added": ("INSERT", insert),
            "gone": ("DELETE", delete),
            "changed": (f"UPDATE OF {columns}", delete + insert),
        }
        return {
            f"{self.name}_{name}": f"CREATE TRIGGER {self.name}_{name} "
            f"AFTER {event} ON {self.content} BEGIN {body} END"
            for name, (event, body) in events.items()
        }


ENTRY_INDEX = TextIndex(
    "search_entry_fts", "search_entrytext", "entry_id", ("title", "aliases", "summary", "body")
)
SECTION_INDEX = TextIndex(
    "search_section_fts", "search_entrysection", "id", ("heading", "text", "entry_id")
)
INDEXES = (ENTRY_INDEX, SECTION_INDEX)


def ensure_tables(using: str = DEFAULT_DB_ALIAS, *, anew: bool = False) -> None:
    """Makes what is missing or was made differently, and fills such an index; all with `anew`."""
    connection = connections[using]
    if connection.vendor == "postgresql":
        postgres_tables.ensure_tables(using, anew=anew)
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, type, sql FROM sqlite_master")
        present = {name: (kind, sql) for name, kind, sql in cursor.fetchall()}
        for index in INDEXES:
            if index.content not in present:
                continue
            wanted = {index.name: index.table_sql, **index.triggers}
            stale = [name for name, sql in wanted.items() if present.get(name, ("", ""))[1] != sql]
            for name in stale:
                if name in present:
                    cursor.execute(f"DROP {present[name][0]} {name}")
                cursor.execute(wanted[name])
            if anew or stale:
                rebuild(index, using)


def tend(using: str = DEFAULT_DB_ALIAS) -> str:
    """Merges some of SQLite's index; has PostgreSQL count common words, once a day."""
    if connections[using].vendor == "postgresql":
        return postgres_tables.count_daily(using)
    return "merged some" if merge_segments(using) else "nothing to merge"


def rebuild(index: TextIndex, using: str = DEFAULT_DB_ALIAS) -> None:
    """Reads every row anew: about 2 s for 100,000 sections."""
    tell(index, using, "rebuild")
    tell(index, using, "usermerge", 2)
    tell(index, using, "optimize")


def merge_segments(using: str = DEFAULT_DB_ALIAS) -> bool:
    """Merges some of the segments that writing leaves behind; False when nothing was left to do.

    Every search reads all segments: with thirteen its sections take twice as long as with one.
    """
    written = [tell(index, using, "merge", PAGES_MERGED) for index in INDEXES]
    return max(written) > 1


def tell(index: TextIndex, using: str, command: str, rank: int | None = None) -> int:
    """Gives FTS5 a command for an index. Answers how many rows it wrote, one at least."""
    connection = connections[using]
    with connection.cursor() as cursor:
        before = connection.connection.total_changes
        sql = f"INSERT INTO {index.name}({index.name}, rank) VALUES (%s, %s)"  # noqa: S608
        cursor.execute(sql, [command, rank])
        return int(connection.connection.total_changes - before)
