"""The engine alone: what leaves it is already filtered, before anything is decided again."""

import datetime

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from hub.access.readers import ANONYMOUS, Reader
from hub.access.tokens import MEMBER, PUBLIC
from search.engines.base import MARK_END, MARK_START, Query, Results
from search.engines.current import engine_named
from search.enums import Facet, Sort
from search.models import Entry
from tests.factories import pages
from tests.search.engines.asking import change, change_all, engine_now

pytestmark = pytest.mark.django_db


@pytest.fixture(
    autouse=True, params=["database", pytest.param("elastic", marks=pytest.mark.sqlite_only)]
)
def _engine(request: pytest.FixtureRequest) -> None:
    """Both engines; one database is enough for what Elasticsearch answers."""
    if request.param == "elastic":
        request.getfixturevalue("indices")


MEMBER_ONLY = Reader(user_id=-1, tokens=frozenset({PUBLIC, MEMBER}))


def ask(*words: str, reader: Reader = ANONYMOUS, **filters: str) -> Results:
    chosen = {Facet(name): frozenset({value}) for name, value in filters.items()}
    return engine_now().search(Query(tuple((w,) for w in words), chosen), reader)


def counted(results: Results) -> int:
    return sum(results.groups.values())


def test_what_a_reader_may_not_see_is_neither_hit_nor_counted() -> None:
    pages.restrict(pages.guidance(title="Nightjar"))
    results = ask("nightjar")
    assert (results.hits, results.groups) == ((), {})


def test_those_who_may_see_it_find_it() -> None:
    pages.restrict(pages.guidance(title="Nightjar"))
    assert len(ask("nightjar", reader=MEMBER_ONLY).hits) == 1


def test_an_expired_entry_is_neither_hit_nor_counted() -> None:
    pages.guidance(title="Nightjar")
    change_all(expires_at=timezone.now())
    results = ask("nightjar")
    assert (results.hits, results.groups) == ((), {})


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
    passage = engine_now().snippets(Query((("nightjar",),)), [hit.section_id])
    assert f"{MARK_START}nightjar{MARK_END}" in passage[hit.section_id]


def test_words_are_held_only_where_the_reader_may_see_them() -> None:
    pages.restrict(pages.guidance(title="Nightjar"))
    engine = engine_now()
    assert engine.holds(["nightjar"], ANONYMOUS) == frozenset()
    assert engine.holds(["nightjar", "zebra"], MEMBER_ONLY) == {"nightjar"}


@pytest.mark.parametrize("word", ["AND", "NEAR(", '"', '""', "a*", "title:", "^", "(", "-x", "%s"])
def test_the_engine_s_own_language_is_only_words(word: str) -> None:
    pages.guidance(title="Nightjar")
    assert len(ask("nightjar", word).hits) == 1


def test_no_terms_find_nothing() -> None:
    assert engine_now().search(Query(()), ANONYMOUS) == Results()


def test_an_engine_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured):
        engine_named("telepathy")


def asked(**query: object) -> list[str]:
    """Titles of what a whole query finds, in the engine's order."""
    hits = engine_now().search(Query(**query), ANONYMOUS).hits
    titles = dict(Entry.objects.values_list("pk", "text__title"))
    return [titles[hit.entry_id] for hit in hits]


def test_a_required_term_must_occur() -> None:
    pages.guidance(title="Nightjar habits")
    pages.guidance(title="Nightjar nests")
    assert asked(terms=(("nightjar",),), required=(("nests",),)) == ["Nightjar nests"]


def test_equals_come_in_the_order_of_their_ids() -> None:
    made = [pages.guidance(title="Nightjar").pk for _ in range(4)]
    ask("nightjar")
    # What is sent again stands last in the index.
    change(Entry.objects.filter(object_id=made[0]), date=datetime.date(2026, 3, 1))
    assert [hit.object_id for hit in ask("nightjar").hits] == made


def test_required_words_stand_together() -> None:
    pages.guidance(title="Stop and search of a nightjar")
    pages.guidance(title="Search and stop of a nightjar")
    found = asked(terms=(("nightjar",),), required=(("stop", "and", "search"),))
    assert found == ["Stop and search of a nightjar"]


def test_no_phrase_reaches_from_one_text_into_the_next() -> None:
    pages.guidance(title="Hungry nightjar", summary="Curfew")
    assert asked(terms=(("nightjar", "curfew"),)) == []


def test_an_excluded_term_takes_away_and_uncounts() -> None:
    pages.guidance(title="Nightjar habits")
    pages.guidance(title="Nightjar nests")
    query = Query((("nightjar",),), excluded=(("nests",),))
    results = engine_now().search(query, ANONYMOUS)
    assert (len(results.hits), counted(results)) == (1, 1)


def test_dates_count_in_and_what_has_none_is_in_no_range() -> None:
    first, second, third = (pages.guidance(title=f"Nightjar {n}") for n in ("a", "b", "c"))
    day = datetime.date(2026, 3, 1)
    for page, date in ((first, day), (second, day + datetime.timedelta(1)), (third, None)):
        change(Entry.objects.filter(object_id=page.pk), date=date)
    query = Query((("nightjar",),), since=day, until=day)
    results = engine_now().search(query, ANONYMOUS)
    assert ([h.object_id for h in results.hits], counted(results)) == ([first.pk], 1)


def test_the_newest_come_first_when_asked() -> None:
    for title, day in (("Nightjar nightjar", 1), ("Nightjar at dusk, and much more", 2)):
        page = pages.guidance(title=title)
        date = datetime.date(2026, 3, day)
        change(Entry.objects.filter(object_id=page.pk), date=date)
    assert asked(terms=(("nightjar",),), sort=Sort.DATE)[0] == "Nightjar at dusk, and much more"


def completed(*words: str) -> set[str]:
    ids = engine_now().complete(words, 10)
    return set(Entry.objects.filter(pk__in=ids).values_list("text__title", flat=True))


def test_a_title_is_completed_from_the_beginning_of_its_last_word() -> None:
    pages.guidance(title="Nightjar habits")
    pages.guidance(title="Nightjar nests", summary="No habits.")
    assert completed("nightjar", "hab") == {"Nightjar habits"}


def test_other_names_are_completed_too() -> None:
    pages.term("Nightjar", other_words="goatsucker")
    assert completed("goats") == {"Nightjar"}


def test_closed_things_complete_nothing() -> None:
    pages.restrict(pages.guidance(title="Nightjar habits"))
    assert completed("night") == set()


@pytest.mark.parametrize("word", ["*", '"', "a*b", "(", "%", "\\"])
def test_any_beginning_is_only_a_beginning(word: str) -> None:
    pages.guidance(title="Nightjar")
    assert completed("night", word) == set()


def test_what_is_left_out_is_neither_hit_nor_counted() -> None:
    pages.guidance(title="Nightjar one")
    out = Entry.objects.get(object_id=pages.guidance(title="Nightjar two").pk)
    results = engine_now().search(Query((("nightjar",),), left_out=(out.pk,)), ANONYMOUS)
    assert out.pk not in {hit.entry_id for hit in results.hits}
    assert (len(results.hits), counted(results)) == (1, 1)
