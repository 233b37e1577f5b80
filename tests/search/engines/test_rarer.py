"""Many entries hold a common word: those that hold a rarer one are found, and ranked as ever."""

from collections.abc import Iterable

import pytest

from hub.access.models import AccessRule
from hub.access.readers import ANONYMOUS
from hub.access.rules import Rule, rule
from hub.access.tokens import MEMBER, PUBLIC
from search.engines.base import RERANKED, Query, Results
from search.engines.database import rarer
from search.engines.database.rarer import finding, rarer_terms
from search.enums import Facet
from search.models import Entry, EntryText, Labels
from tests.search.engines.asking import engine_now

pytestmark = pytest.mark.django_db

# Of so many the same holds, and they are sooner there.
ENOUGH = 100
OPEN, CLOSED = rule([PUBLIC]), rule([MEMBER])
POLICE, CURFEW = ("police",), ("curfew",)


@pytest.fixture(
    autouse=True, params=["database", pytest.param("elastic", marks=pytest.mark.sqlite_only)]
)
def _engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rarer, "ENOUGH", ENOUGH)
    if request.param == "elastic":
        request.getfixturevalue("indices")


def add(number: int, text: str, access: Rule = OPEN, kind: str = "thread") -> None:
    """So many entries; every tenth says it twice."""
    rule_id = AccessRule.objects.for_rule(access).pk
    labels_id = Labels.objects.for_slugs({"kind": [kind]}).pk
    first = Entry.objects.count() + 1
    entries = Entry.objects.bulk_create(
        Entry(kind=kind, object_id=n, rule_id=rule_id, labels_id=labels_id)
        for n in range(first, first + number)
    )
    EntryText.objects.bulk_create(
        EntryText(entry=e, title=f"{text} {text}" if e.object_id % 10 == 0 else text, url="/")
        for e in entries
    )


def ask(*words: str, **filters: str) -> Results:
    chosen = {Facet(name): frozenset({value}) for name, value in filters.items()}
    return engine_now().search(Query(tuple((w,) for w in words), chosen), ANONYMOUS)


def counted(results: Results) -> int:
    return sum(results.groups.values())


def scores(results: Results) -> Iterable[tuple[int, object]]:
    return [(hit.entry_id, pytest.approx(hit.score)) for hit in results.hits]


def test_the_rarest_that_enough_hold_together_are_needed() -> None:
    held = {("a",): 5000, ("b",): ENOUGH - 1, ("c",): 1, ("d",): 9000}
    assert rarer_terms(held) == (("c",), ("b",))


def test_all_are_needed_where_few_hold_them() -> None:
    assert rarer_terms({POLICE: 60, CURFEW: 3}) == ()
    assert rarer_terms({POLICE: 9000}) == ()


def test_a_phrase_of_words_asked_alone_finds_nothing_more() -> None:
    phrase, other = ("police", "curfew"), ("section", "45")
    assert finding((POLICE, CURFEW, phrase, other, POLICE)) == (POLICE, CURFEW, other)


def test_what_holds_only_the_common_word_is_neither_hit_nor_counted() -> None:
    add(ENOUGH, "police curfew")
    add(ENOUGH + 1, "police")
    assert counted(ask("police", "curfew")) == ENOUGH
    assert counted(ask("police")) == 2 * ENOUGH + 1


def test_the_others_lift_what_is_found_as_much_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    add(ENOUGH // 2, "curfew order")
    add(ENOUGH // 2, "police curfew order")
    add(ENOUGH * 2, "police order", kind="guidance")
    with_rarer = ask("police", "curfew", "order", "curfew")
    monkeypatch.setattr(rarer, "ENOUGH", Entry.objects.count() + 1)
    assert scores(with_rarer) == scores(ask("police", "curfew", "order", "curfew"))
    assert len(with_rarer.hits) == RERANKED
    assert counted(with_rarer) == ENOUGH


def test_a_reader_who_may_see_few_of_those_gets_the_others_too() -> None:
    add(ENOUGH, "police curfew", access=CLOSED)
    add(RERANKED - 1, "police curfew")
    add(ENOUGH + 1, "police")
    assert counted(ask("police", "curfew")) == ENOUGH + RERANKED


def test_filters_count_among_the_same() -> None:
    """The number beside a filter is that of its results."""
    add(ENOUGH, "police curfew")
    add(3, "police curfew", kind="guidance")
    add(ENOUGH * 2, "police", kind="guidance")
    found = ask("police", "curfew")
    before = {found.labels[pk]["kind"]: number for pk, number in found.groups.items()}
    assert before == {("thread",): ENOUGH, ("guidance",): 3}
    assert len(ask("police", "curfew", kind="guidance").hits) == before["guidance",]


def test_what_is_kept_out_stays_out() -> None:
    add(ENOUGH, "police curfew")
    add(ENOUGH, "police curfew order")
    query = Query((POLICE, CURFEW), excluded=(("order",),))
    assert counted(engine_now().search(query, ANONYMOUS)) == ENOUGH
