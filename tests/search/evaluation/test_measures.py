import math

import pytest

from search.evaluation.measures import average_precision, ndcg, percentile, recall


def test_a_perfect_order_has_ndcg_one() -> None:
    assert ndcg(["a", "b", "c"], {"a": 2, "b": 1}) == pytest.approx(1)


def test_ndcg_discounts_by_the_logarithm_of_the_rank() -> None:
    assert ndcg(["x", "a"], {"a": 3}) == pytest.approx(1 / math.log2(3))


def test_ndcg_looks_at_ten_places() -> None:
    assert ndcg([*"0123456789", "a"], {"a": 1}) == 0


def test_average_precision_counts_what_is_not_found() -> None:
    assert average_precision(["a", "x", "b"], {"a": 1, "b": 1, "c": 1}) == pytest.approx(
        (1 + 2 / 3) / 3
    )


def test_recall_is_the_share_that_is_found() -> None:
    assert recall(["a", "x"], {"a": 1, "b": 1, "x": 0}) == 0.5


def test_nothing_relevant_measures_zero() -> None:
    assert (ndcg(["a"], {"a": 0}), average_precision(["a"], {}), recall(["a"], {})) == (0, 0, 0)


def test_percentiles_are_values_that_occurred() -> None:
    assert (percentile([4, 1, 3, 2], 0.5), percentile([4, 1, 3, 2], 0.95)) == (2, 4)
