"""Counts that tell of no single person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.core.small_numbers import LEAST, Share, rounded


@pytest.mark.parametrize("count", range(LEAST))
def test_fewer_than_five_are_not_shown(count: int) -> None:
    assert rounded(count) is None
    assert Share(count, 100).count == "fewer than 5"


@pytest.mark.parametrize(("count", "said"), [(5, 5), (7, 5), (8, 10), (12, 10), (13, 15)])
def test_all_others_are_rounded_to_the_nearest_five(count: int, said: int) -> None:
    assert rounded(count) == said


@given(whole=st.integers(0, 300), part=st.integers(0, 300))
def test_no_share_tells_of_fewer_than_five_on_either_side(whole: int, part: int) -> None:
    share = Share(min(part, whole), whole)
    few = min(share.part, whole - share.part) < LEAST
    if few or whole < LEAST:
        assert not share.count.isdigit()
        assert share.percent == ""


@given(whole=st.integers(15, 300), part=st.integers(6, 290))
def test_one_person_more_cannot_be_told_from_the_figures_alone(whole: int, part: int) -> None:
    """Of two neighbours in number at least one pair shows the same figures."""
    part = min(part, whole - 8)
    shown = {(Share(n, whole).count, Share(n, whole).percent) for n in range(part, part + 3)}
    assert len(shown) < 3


def test_shares_are_of_the_rounded_numbers() -> None:
    assert Share(8, 22).percent == "50%"


def test_nearly_all_says_no_number() -> None:
    assert (Share(21, 22).count, Share(21, 22).percent) == ("nearly all", "")


def test_of_too_few_people_nothing_is_said() -> None:
    assert (Share(2, 4).people, Share(2, 4).count) == ("fewer than 5", "not shown")
