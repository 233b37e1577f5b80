import pytest

from search.engines.current import current_engine
from search.evaluation.judged import Judged, Outcome, ask, mean_ndcg
from tests.factories import pages

pytestmark = pytest.mark.django_db


def test_a_judged_search_goes_the_way_of_a_reader_s_search() -> None:
    term = pages.term("Cuckooing", other_words="nesting")
    guidance = pages.guidance(title="Homes taken over by nesting")
    judged = Judged("what is cuckooing", {term.url: 2, guidance.url: 1})
    assert ask(judged, current_engine()).ndcg == 1


def test_the_place_of_the_best_answer_counts_from_one() -> None:
    judged = Judged("any", {"/a/": 2, "/b/": 1})
    assert Outcome(judged, ("/b/", "/a/")).best_place == 2
    assert Outcome(judged, ("/b/",)).best_place == 2


def test_nothing_judged_measures_nothing() -> None:
    assert mean_ndcg([]) == 0
