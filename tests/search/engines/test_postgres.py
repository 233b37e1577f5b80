"""The text index of PostgreSQL stays equal to the rows, and ranks as SQLite's does."""

import datetime
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from hub.access.readers import ANONYMOUS
from search.engines.base import Query, Term
from search.engines.current import current_engine
from search.engines.database.tables import ensure_tables, tend
from search.models import Entry, EntrySection, EntryText, Labels
from tests.factories import pages

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

DIFFERING = """
SELECT count(*) FROM (search_entrytext t JOIN search_entry e ON id = entry_id)
FULL JOIN search_entry_words w ON w.entry_id = id
LEFT JOIN LATERAL search_words_of_entry(title, aliases, summary, body) AS words ON true
WHERE (w.length, w.keys, w.names, w.rule_id, w.labels_id, w.expires_at, w.date)
  IS DISTINCT FROM (
    words.length, words.keys, words.names, e.rule_id, e.labels_id, e.expires_at, e.date
  )
"""
DIFFERING_SECTIONS = """
SELECT count(*) FROM search_entrysection s
FULL JOIN search_section_words w ON w.section_id = s.id
LEFT JOIN LATERAL search_words_of_section(heading, text) AS words ON true
WHERE (w.length, w.words) IS DISTINCT FROM (words.length, words.words)
"""
NIGHTJARS = """
INSERT INTO search_entry_words SELECT -number, 0, 0, NULL, NULL, words.*
FROM generate_series(1, 1001) AS number, search_words_of_entry('nightjar', '', '', '') AS words
"""
MATCHES = """
SELECT id, round(score::numeric, 9), section_id FROM search_matches(
  ARRAY{terms}, '{{1,1,1}}', ARRAY{finding}, '{{}}', '{{}}', '{{}}',
  ARRAY(SELECT id FROM access_accessrule), NULL, NULL, NULL, now(), false, 50
) WHERE id IS NOT NULL
"""


WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def execute(sql: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else None


def found(*terms: Term, **query: Any) -> list[int]:
    hits = current_engine().search(Query(terms, **query), ANONYMOUS).hits
    return [hit.object_id for hit in hits]


def differing() -> tuple[int, int]:
    """How many entries and sections the index tells wrongly of."""
    return execute(DIFFERING)[0][0], execute(DIFFERING_SECTIONS)[0][0]


def held(word: str) -> int:
    return execute(f"SELECT search_held(search_lexemes('{word}'))")[0][0]


def page_with(text: str, **fields: Any) -> Any:
    body = [("heading", "One"), ("paragraph", f"<p>{text}</p>")]
    return pages.guidance(body=body, **fields)


def test_a_changed_text_is_found_by_its_new_words_only() -> None:
    pages.guidance(title="Curfew")
    EntryText.objects.update(title="Dispersal")
    assert (len(found(("curfew",))), len(found(("dispersal",)))) == (0, Entry.objects.count())


def test_the_index_equals_the_rows_after_each_change() -> None:
    page_with("The nightjar sings.", title="Curfew")
    EntryText.objects.update(summary="Dispersal")
    EntrySection.objects.update(heading="Two")
    Entry.objects.filter(kind="guidance").delete()
    page_with("The nightjar sings.", title="Closure")
    assert differing() == (0, 0)


def test_lost_triggers_are_made_again_and_the_index_is_filled() -> None:
    pages.guidance(title="Curfew")
    execute("DROP TRIGGER search_entry_changed ON search_entrytext")
    EntryText.objects.update(title="Dispersal")
    ensure_tables()
    EntryText.objects.update(title="Closure")
    assert differing() == (0, 0)


@pytest.mark.parametrize(
    "table", ["search_entry_words", "search_section_words", "search_common_words"]
)
def test_a_lost_table_is_made_again(table: str) -> None:
    page_with("The nightjar sings.", title="Curfew")
    execute(f"DROP TABLE {table}")
    ensure_tables()
    assert (differing(), len(found(("curfew",)))) == ((0, 0), 1)


def test_an_index_made_of_other_definitions_is_made_again() -> None:
    page_with("The nightjar sings.", title="Curfew")
    execute("COMMENT ON TABLE search_entry_words IS 'earlier'")
    execute("UPDATE search_entry_words SET keys = '{}'")
    ensure_tables()
    assert differing() == (0, 0)


def test_filling_anew_mends_what_differs() -> None:
    page_with("The nightjar sings.", title="Curfew")
    execute("DELETE FROM search_entry_words")
    execute("UPDATE search_section_words SET words = ''")
    ensure_tables(anew=True)
    assert differing() == (0, 0)


def test_a_whole_index_costs_two_questions() -> None:
    pages.guidance(title="Curfew")
    with connection.execute_wrapper(refuse_writing):
        ensure_tables()
    assert len(found(("curfew",))) == 1


def refuse_writing(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    assert sql.strip().startswith("SELECT")
    return execute(sql, params, many, context)


def test_who_may_read_and_what_it_is_filtered_by_stand_beside_the_words() -> None:
    page = page_with("The nightjar sings.", title="Curfew")
    pages.restrict(page)
    later = timezone.now() + datetime.timedelta(days=1)
    labels = Labels.objects.for_slugs({"theme": ["curfews"]})
    Entry.objects.update(expires_at=later, date=later.date(), labels=labels)
    assert differing() == (0, 0)


def test_another_version_leaves_the_text_index_alone() -> None:
    pages.guidance(title="Curfew")
    before = execute("SELECT entry_id, ctid, xmin FROM search_entry_words ORDER BY entry_id")
    Entry.objects.update(version=F("version") + 1)
    assert (
        execute("SELECT entry_id, ctid, xmin FROM search_entry_words ORDER BY entry_id") == before
    )


@pytest.mark.django_db(transaction=True)
def test_a_change_while_the_index_is_filled_has_the_last_word() -> None:
    pages.guidance(title="Curfew")
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Entry.objects.update(date=datetime.date(2020, 1, 1))
            filling = pool.submit(fill_anew)
            while not filling.done() and execute(WAITING) == [(0,)]:
                time.sleep(0.01)
        filling.result()
    assert differing() == (0, 0)


def fill_anew() -> None:
    """On a connection of its own."""
    ensure_tables(anew=True)
    connection.close()


def test_how_many_hold_a_common_word_is_counted_once_a_day() -> None:
    execute(NIGHTJARS)
    assert (tend(), held("nightjar")) == ("done today", 1001)
    execute("UPDATE search_common_words SET counted_at = now() - interval '25 hours'")
    assert (tend(), held("nightjar")) == ("done", 1001)
    execute("DELETE FROM search_entry_words WHERE entry_id < -1")
    assert (tend(), held("nightjar")) == ("done today", 1001)
    ensure_tables(anew=True)
    assert held("nightjar") == 1


def test_how_many_hold_a_rarer_word_is_counted_when_asked() -> None:
    execute(NIGHTJARS)
    execute("DELETE FROM search_entry_words WHERE entry_id = -1001")
    ensure_tables(anew=True)
    execute("DELETE FROM search_entry_words WHERE entry_id < -1")
    assert held("nightjar") == 1


def test_words_that_only_lift_count_as_much_as_those_that_find() -> None:
    """Both are read in different ways: from the index, and from the entry's own row."""
    page_with("Owls hunt by night.", title="A nightjar sings", summary="Owls and owls.")
    page_with("Owls hunt.", title="A nightjar sings")
    for number in range(4):
        pages.guidance(title=f"Other things {number}")
    terms = ["nightjar", "owls", "night"]
    scores = [execute(MATCHES.format(terms=terms, finding=f)) for f in (terms, ["nightjar"])]
    assert len(scores[0]) == 2
    assert scores[0] == scores[1]


def test_common_words_are_found_in_a_phrase() -> None:
    page = page_with("Officers may stop and search a person.", title="Rights")
    page_with("Officers may search and stop a person.", title="Others")
    assert found(("stop", "and", "search")) == [page.pk]


def test_a_phrase_does_not_reach_from_one_field_into_another() -> None:
    pages.guidance(title="Stop", summary="Search")
    assert found(("stop", "search")) == []


def test_accents_and_case_are_folded_both_ways() -> None:
    plain, accented = pages.guidance(title="Cafe rules"), pages.guidance(title="CAFÉ opening")
    assert set(found(("café",))) == set(found(("cafe",))) == {plain.pk, accented.pk}


def test_a_possessive_is_found_by_its_word() -> None:
    page = pages.guidance(title="The child’s voice")
    assert found(("child",)) == [page.pk]


def test_a_word_in_the_title_ranks_above_one_in_the_text() -> None:
    for number in range(4):
        pages.guidance(title=f"Other things {number}")
    text = page_with("A nightjar.", title="Birds")
    title = page_with("A bird.", title="Nightjar")
    assert found(("nightjar",)) == [title.pk, text.pk]


def test_a_word_asked_twice_weighs_more() -> None:
    for number in range(4):
        pages.guidance(title=f"Other things {number}")
    first, second = pages.guidance(title="Curfew"), pages.guidance(title="Nightjar")
    assert found(("curfew",), ("nightjar",), ("nightjar",)) == [second.pk, first.pk]


def test_what_is_left_out_is_not_found() -> None:
    page = pages.guidance(title="Curfew")
    entry = Entry.objects.get(object_id=page.pk, kind="guidance")
    assert found(("curfew",), left_out=(entry.pk,)) == []


def test_a_title_that_is_the_whole_query_ranks_first() -> None:
    for number in range(4):
        pages.guidance(title=f"Other things {number}")
    pages.guidance(title="Order a closure")
    whole = pages.guidance(title="Closure order")
    assert found(("closure",), ("order",), ("closure", "order"))[0] == whole.pk


def test_an_endless_text_is_stored_and_found_to_its_end() -> None:
    page = pages.guidance(title="Long")
    words = " ".join(f"{number:x}" for number in range(300_000))
    EntryText.objects.filter(entry__object_id=page.pk).update(body=f"{words} nightjar")
    EntrySection.objects.filter(entry__object_id=page.pk).update(text=words)
    assert found(("nightjar",)) == [page.pk]


@pytest.mark.parametrize("word", ["\0", "\ud800", "a\0b", "'", "\\", ":*", "<->", "é" * 3000])
def test_any_string_is_only_a_word(word: str) -> None:
    page = pages.guidance(title="Nightjar")
    term = (word,)
    assert found(("nightjar",), term, ("x", word), excluded=(term,)) == [page.pk]
    assert current_engine().holds([word], ANONYMOUS) == frozenset()
    assert list(current_engine().complete(term, 5)) == []
