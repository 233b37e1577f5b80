import random

import pytest

from search.evaluation.collection import Collection
from search.evaluation.slips import edited, misspelt, with_slips

LONG = "exploitation " * 300


def test_the_same_seed_makes_the_same_slips() -> None:
    collection = Collection({}, {"q": LONG}, {})
    assert misspelt(collection, 1) == misspelt(collection, 1)
    assert misspelt(collection, 1) != misspelt(collection, 2)


def test_a_third_of_the_long_words_has_one() -> None:
    words = with_slips(LONG, random.Random(7)).split()
    assert 70 < sum(word != "exploitation" for word in words) < 130


def test_short_words_and_numbers_have_none() -> None:
    text = "a child at risk in 201500 " * 50
    assert with_slips(text, random.Random(7)) == text


@pytest.mark.parametrize("seed", range(20))
def test_a_slip_is_one_edit_inside_the_word(seed: int) -> None:
    wrong = edited("exploitation", random.Random(seed))
    assert wrong[0] == "e"
    assert abs(len(wrong) - len("exploitation")) <= 1
