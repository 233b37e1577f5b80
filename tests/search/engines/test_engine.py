"""The engine alone: what leaves it is already filtered, before anything is decided again."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from hub.access.readers import ANONYMOUS, Reader
from hub.access.tokens import MEMBER, PUBLIC
from search.engines.base import MARK_END, MARK_START, Query, Results
from search.engines.current import current_engine, engine_named
from search.enums import Facet
from search.models import Entry
from tests.factories import pages

pytestmark = pytest.mark.django_db

MEMBER_ONLY = Reader(user_id=-1, tokens=frozenset({PUBLIC, MEMBER}))


def ask(*words: str, reader: Reader = ANONYMOUS, **filters: str) -> Results:
    chosen = {Facet(name): frozenset({value}) for name, value in filters.items()}
    return current_engine().search(Query(tuple((w,) for w in words), chosen), reader)


def counted(results: Results) -> int:
    return sum(group.number for group in results.groups)


def test_what_a_reader_may_not_see_is_neither_hit_nor_counted() -> None:
    pages.restrict(pages.guidance(title="Nightjar"))
    results = ask("nightjar")
    assert (results.hits, results.groups) == ((), ())


def test_those_who_may_see_it_find_it() -> None:
    pages.restrict(pages.guidance(title="Nightjar"))
    assert len(ask("nightjar", reader=MEMBER_ONLY).hits) == 1


def test_an_expired_entry_is_neither_hit_nor_counted() -> None:
    pages.guidance(title="Nightjar")
    Entry.objects.update(expires_at=timezone.now())
    results = ask("nightjar")
    assert (results.hits, results.groups) == ((), ())


def test_filters_narrow_the_hits_and_leave_the_groups() -> None:
    pages.guidance(title="Nightjar one", themes=["mapping"])
    pages.term("Nightjar two")
    results = ask("nightjar", theme="mapping")
    assert [hit.kind for hit in results.hits] == ["guidance"]
    assert counted(results) == 2


def test_what_is_for_everyone_passes_a_filter_by_audience() -> None:
    pages.guidance(title="Nightjar")
    assert ask("nightjar", audience="police").hits


def test_a_theme_filter_lets_nothing_without_themes_pass() -> None:
    pages.guidance(title="Nightjar")
    assert not ask("nightjar", theme="mapping").hits


def test_more_matching_words_rank_higher() -> None:
    one = pages.guidance(title="Nightjar")
    both = pages.guidance(title="Nightjar curfew")
    found = [hit.object_id for hit in ask("nightjar", "curfew").hits]
    assert found == [both.pk, one.pk]


def test_the_best_section_comes_with_the_hit() -> None:
    body = [("heading", "Other"), ("paragraph", "<p>No.</p>")]
    body += [("heading", "Nightjar"), ("paragraph", "<p>The nightjar sings.</p>")]
    pages.guidance(title="A page", body=body)
    hit = ask("nightjar").hits[0]
    passage = current_engine().snippets(Query((("nightjar",),)), [hit.section_id])
    assert f"{MARK_START}nightjar{MARK_END}" in passage[hit.section_id]


def test_words_are_held_only_where_the_reader_may_see_them() -> None:
    pages.restrict(pages.guidance(title="Nightjar"))
    engine = current_engine()
    assert engine.holds(["nightjar"], ANONYMOUS) == frozenset()
    assert engine.holds(["nightjar", "zebra"], MEMBER_ONLY) == {"nightjar"}


@pytest.mark.parametrize("word", ["AND", "NEAR(", '"', '""', "a*", "title:", "^", "(", "-x", "%s"])
def test_the_engine_s_own_language_is_only_words(word: str) -> None:
    pages.guidance(title="Nightjar")
    assert len(ask("nightjar", word).hits) == 1


def test_no_terms_find_nothing() -> None:
    assert current_engine().search(Query(()), ANONYMOUS) == Results()


def test_an_engine_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured):
        engine_named("telepathy")
