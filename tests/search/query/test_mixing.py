from search.engines.base import RERANKED, Hit
from search.query.mixing import reranked, scaled


def hit(entry_id: int, score: float, section_score: float = 0.0) -> Hit:
    return Hit(entry_id, "guidance", entry_id, 1, score, None, section_score)


def test_a_strong_section_lifts_its_entry() -> None:
    hits = [hit(1, 10), hit(2, 6, 1), hit(3, 5, 8)]
    assert [h.entry_id for h in reranked(hits)] == [1, 3, 2]


def test_a_title_that_says_it_all_keeps_its_rank_without_a_section() -> None:
    hits = [hit(1, 10), hit(2, 9, 8), hit(3, 2, 1)]
    assert reranked(hits)[0].entry_id == 1


def test_without_sections_the_order_of_the_engine_stays() -> None:
    hits = [hit(1, 3), hit(2, 2), hit(3, 1)]
    assert reranked(hits) == hits


def test_entries_beyond_the_best_fifty_keep_their_places() -> None:
    hits = [hit(number, 1000 - number) for number in range(RERANKED)]
    late = hit(RERANKED, 1, section_score=100)
    assert reranked([*hits, late])[-1] == late


def test_equal_values_scale_to_one() -> None:
    assert scaled([4, 4]) == [1.0, 1.0]


def test_no_values_scale_to_none() -> None:
    assert scaled([]) == []


def test_half_of_the_order_is_meaning() -> None:
    hits = [hit(1, 10), hit(2, 9), hit(3, 0)]
    order = [h.entry_id for h in reranked(hits, {1: 0.2, 2: 0.8, 3: 0.3})]
    assert order == [2, 1, 3]


def test_an_entry_without_vectors_counts_by_its_words() -> None:
    hits = [hit(1, 10), hit(2, 9), hit(3, 0)]
    order = [h.entry_id for h in reranked(hits, {1: 0.2, 3: 0.8})]
    assert order == [2, 1, 3]


def test_meaning_does_not_reach_beyond_the_best_fifty() -> None:
    hits = [hit(number, 1000 - number) for number in range(RERANKED + 1)]
    assert reranked(hits, {RERANKED: 1.0, 0: 0.1})[-1].entry_id == RERANKED
