"""The search benchmark asks what it says it asks."""

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from hub.access.readers import ANONYMOUS
from search.engines.database.sqlite import SqliteEngine
from search.evaluation.scratch import scratch_database
from search.models import Entry, EntrySection
from search.query.stopwords import STOPWORDS
from tests.benchmarks.search import rows
from tests.benchmarks.search.clients import search
from tests.benchmarks.search.questions import LONGEST, beginnings, little_words, questions
from tests.benchmarks.search.table import PLACE, Row, put, report

FILLED = 400


@pytest.fixture(scope="module")
def maker(django_db_blocker: DjangoDbBlocker) -> Iterator[rows.Maker]:
    with django_db_blocker.unblock(), scratch_database() as using:
        made = rows.Maker(using)
        made.fill(FILLED)
        yield made


def test_it_is_as_large_as_was_asked_for(maker: rows.Maker) -> None:
    assert Entry.objects.using(maker.using).count() == FILLED
    assert EntrySection.objects.using(maker.using).count() > FILLED


def test_the_reader_may_see_about_46_of_a_hundred(maker: rows.Maker) -> None:
    seen = Entry.objects.using(maker.using).readable_by(rows.READER).count()
    assert 0.38 < seen / FILLED < 0.54


def test_most_questions_find_something(maker: rows.Maker) -> None:
    engine, asked = SqliteEngine(maker.using), questions(maker.sentences)
    found = [q for q in asked if engine.search(q.query, rows.READER).hits]
    assert len(found) > len(asked) * 0.6
    assert {search(q, rows.READER, engine)[0] for q in asked[:5]} == {q.words for q in asked[:5]}


def test_questions_are_of_every_length_and_the_same_again(maker: rows.Maker) -> None:
    asked = questions(maker.sentences)
    assert {question.words for question in asked} == set(range(1, LONGEST + 1))
    assert asked == questions(maker.sentences)


def test_the_very_worst_is_little_words_alone() -> None:
    words = {word for question in little_words() for term in question.query.terms for word in term}
    assert words <= STOPWORDS
    assert all(len(question.query.terms) == 3 for question in little_words())


def test_most_beginnings_find_something_public(maker: rows.Maker) -> None:
    engine, typed = SqliteEngine(maker.using), beginnings(maker.titles)
    found = [words for words in typed if engine.complete(words, 8)]
    assert len(found) > len(typed) / 4
    public = Entry.objects.using(maker.using).readable_by(ANONYMOUS)
    assert set(engine.complete(found[0], 8)) <= set(public.values_list("pk", flat=True))


@pytest.mark.parametrize("engine", ["sqlite", "postgresql", "elastic"])
def test_the_table_goes_between_the_marks_of_its_engine(engine: str) -> None:
    figures = report([Row(10, 1, "1 word", [2.0], 30)], ["Note."])
    text = put(PLACE.read_text(encoding="utf-8"), engine, figures)
    assert "| 10 | 1 | 1 word | 2.0 ms | 2.0 ms | 30 ms |  |  |  |" in text
    assert put(text, engine, "Again.").count("Again.") == 1
