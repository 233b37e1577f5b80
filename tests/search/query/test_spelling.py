import pytest

from search.query.spelling import Speller
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["exploitaton", "explotation", "exploittion"])
def test_a_slip_leads_to_the_nearest_word(typed: str) -> None:
    pages.guidance(title="Exploitation")
    assert Speller().nearest(typed) == "exploitation"


def test_a_known_word_is_no_suspect() -> None:
    pages.guidance(title="Exploitation")
    assert Speller().suspects(["exploitation", "exploitaton"]) == ["exploitaton"]


@pytest.mark.parametrize("word", ["nrm", "s45", "2015", "e_mail"])
def test_short_words_and_numbers_are_left_alone(word: str) -> None:
    assert Speller().suspects([word]) == []


def test_closed_things_lend_no_words() -> None:
    pages.restrict(pages.guidance(title="Nightjar"))
    assert Speller().nearest("nightjarr") is None


def test_a_word_far_from_all_has_no_nearest() -> None:
    pages.guidance(title="Exploitation")
    assert Speller().nearest("zygomatic") is None
