"""The full-text tables of SQLite stay equal to the rows, whatever happens to either."""

from typing import Any

import pytest
from django.db import connection

from hub.access.readers import ANONYMOUS
from search.engines.base import Query
from search.engines.database.sqlite import SqliteEngine
from search.engines.database.tables import INDEXES, ensure_tables, merge_segments
from search.models import Entry, EntrySection, EntryText
from tests.factories import pages

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]

OLD_TABLE = (
    "VIRTUAL TABLE search_section_fts USING fts5(heading, text, content='search_entrysection', "
    "content_rowid='id')"
)
OLD_TRIGGER = (
    "TRIGGER search_section_fts_gone AFTER DELETE ON search_entrysection BEGIN SELECT 1; END"
)


def execute(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def found(word: str) -> int:
    return len(SqliteEngine().search(Query(((word,),)), ANONYMOUS).hits)


def check_integrity() -> None:
    """SQLite raises an error where index and content differ."""
    for index in INDEXES:
        check = f"({index.name}, rank) VALUES ('integrity-check', 1)"
        execute(f"INSERT INTO {index.name}{check}")


def segments() -> int:
    """How many pieces the index of entries is in; the high bits of a key are its number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT id >> 37) FROM search_entry_fts_data WHERE id >> 37")
        return int(cursor.fetchone()[0])


def test_a_changed_text_is_found_by_its_new_words_only() -> None:
    pages.guidance(title="Curfew")
    EntryText.objects.update(title="Dispersal")
    assert (found("curfew"), found("dispersal")) == (0, 1)


def test_a_deleted_entry_leaves_the_index() -> None:
    pages.guidance(title="Curfew")
    Entry.objects.all().delete()
    check_integrity()
    assert found("curfew") == 0


def test_lost_triggers_are_made_again_and_the_index_is_filled() -> None:
    pages.guidance(title="Curfew")
    execute("DROP TRIGGER search_entry_fts_changed")
    EntryText.objects.update(title="Dispersal")
    ensure_tables()
    check_integrity()
    assert (found("curfew"), found("dispersal")) == (0, 1)


def test_a_lost_table_is_made_again() -> None:
    pages.guidance(title="Curfew")
    execute("DROP TABLE search_entry_fts")
    ensure_tables()
    assert found("curfew") == 1


def test_tables_of_an_older_version_are_made_again() -> None:
    pages.guidance(title="Curfew", body=[("heading", "One"), ("paragraph", "<p>Two</p>")])
    execute("DROP TABLE search_section_fts")
    execute(f"CREATE {OLD_TABLE}")
    execute("DROP TRIGGER search_section_fts_gone")
    execute(f"CREATE {OLD_TRIGGER}")
    ensure_tables()
    check_integrity()
    hit = SqliteEngine().search(Query((("two",),)), ANONYMOUS).hits[0]
    assert hit.section_id == EntrySection.objects.get(entry__kind="guidance").pk
    with connection.execute_wrapper(refuse_writing):
        ensure_tables()


def test_a_whole_table_costs_nothing() -> None:
    pages.guidance(title="Curfew")
    with connection.execute_wrapper(refuse_writing):
        ensure_tables()
    assert found("curfew") == 1


def refuse_writing(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    assert sql.startswith("SELECT")
    return execute(sql, params, many, context)


def test_a_section_s_id_holds_its_entry_s() -> None:
    pages.guidance(title="Curfew", body=[("heading", "One"), ("paragraph", "<p>Two</p>")])
    section = EntrySection.objects.get(entry__kind="guidance")
    assert section.pk == EntrySection.id_for(section.entry_id, section.number)


def test_the_number_of_an_entry_is_no_word_of_its_sections() -> None:
    pages.guidance(title="Curfew", body=[("heading", "One"), ("paragraph", "<p>Two</p>")])
    entry = Entry.objects.get(kind="guidance")
    EntryText.objects.filter(entry=entry).update(title=f"Curfew {entry.pk}")
    query = Query(((str(entry.pk),),))
    hit = SqliteEngine().search(query, ANONYMOUS).hits[0]
    assert hit.section_id is None
    sections = EntrySection.objects.filter(entry=entry).values_list("pk", flat=True)
    assert SqliteEngine().snippets(query, list(sections)) == {}


def test_what_writing_leaves_behind_is_merged() -> None:
    page = pages.guidance(title="Curfew")
    for title in ("Dispersal", "Injunction", "Curfew"):
        EntryText.objects.filter(entry__object_id=page.pk).update(title=title)
        found("curfew")  # a search writes down what changed since
    before = segments()
    while merge_segments():
        pass
    assert segments() < before
    check_integrity()
    assert (found("curfew"), found("dispersal")) == (1, 0)
