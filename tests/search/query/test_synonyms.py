import pytest

from hub.access.readers import ANONYMOUS
from search.query.synonyms import Synonyms, synonyms
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["cuckooing", "Home  takeover!"])
def test_any_name_of_a_term_leads_to_its_others(typed: str) -> None:
    pages.term("Cuckooing", other_words="home takeover\nhouse capture")
    assert ("house", "capture") in synonyms(typed, ANONYMOUS).terms


def test_a_name_is_not_its_own_synonym() -> None:
    pages.term("Cuckooing", other_words="cuckooing\nhome takeover")
    assert synonyms("cuckooing", ANONYMOUS).names == ("home takeover",)


def test_part_of_a_text_is_no_name() -> None:
    pages.term("Cuckooing", other_words="home takeover")
    assert synonyms("cuckooing in flats", ANONYMOUS) == Synonyms()


def test_a_closed_term_has_none() -> None:
    pages.restrict(pages.term("Cuckooing", other_words="home takeover"))
    assert synonyms("cuckooing", ANONYMOUS) == Synonyms()


def test_other_names_weigh_half() -> None:
    asked = Synonyms(("b",), (("b",),)).beside((("a",),))
    assert asked == (("a",), ("a",), ("b",))
