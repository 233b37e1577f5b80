import pytest
from pytest_django import DjangoAssertNumQueries

from hub.access.readers import ANONYMOUS
from hub.glossary.enums import Widening
from hub.glossary.models import OtherWord, TermPage
from search.query.synonyms import Synonyms, synonyms
from tests.factories import pages

pytestmark = pytest.mark.django_db


def found(text: str, **options: object) -> set[str]:
    return set(synonyms(text.split(), ANONYMOUS, **options).names)


def term_with(title: str, **words: str) -> TermPage:
    """Other words by what they do: `both`, `one_way` or `shown`."""
    rows = [
        OtherWord(word=word, widening=Widening[name.upper()])
        for name, text in words.items()
        for word in text.split(", ")
    ]
    return pages.term(title, words=rows)


@pytest.mark.parametrize("typed", ["cuckooing", "Home takeover!", "a home takeover in flats"])
def test_any_name_of_a_term_leads_to_its_others(typed: str) -> None:
    pages.term("Cuckooing", other_words="home takeover\nhouse capture")
    assert "house capture" in found(typed)


def test_names_are_terms_whose_words_stand_together() -> None:
    pages.term("Cuckooing", other_words="house capture")
    assert synonyms(["cuckooing"], ANONYMOUS).terms == (("house", "capture"),)


def test_a_name_is_not_its_own_synonym() -> None:
    pages.term("Cuckooing", other_words="cuckooing\nhome takeover")
    assert found("cuckooing") == {"home takeover"}


def test_the_longest_name_comes_first() -> None:
    pages.term("Trap house", other_words="bando")
    pages.term("Trap", other_words="snare")
    assert found("trap house closure") == {"bando"}


def test_each_part_that_is_a_name_counts() -> None:
    pages.term("Cunch", other_words="country trip")
    pages.term("Kent", other_words="garden of england")
    assert found("cunch in kent") == {"country trip", "garden of england"}


def test_several_of_a_thing_are_called_like_one() -> None:
    pages.term("Trap house", other_words="bando")
    assert found("trap houses") == {"bando"}


def test_a_one_way_word_finds_the_term_and_not_the_reverse() -> None:
    term_with("Shank", one_way="blade", both="nank")
    assert found("blade") == {"shank", "nank"}
    assert found("shank") == {"nank"}


@pytest.mark.parametrize("typed", ["work", "food", "pack"])
def test_a_word_that_is_only_shown_never_widens(typed: str) -> None:
    term_with("Food", shown="work, pack")
    assert found(typed) == set()


def test_remarks_and_accents_are_no_part_of_a_name() -> None:
    pages.term("Gang (statutory)", other_words="équipe (loosely)")
    assert found("gang") == {"equipe"}
    assert found("equipe") == {"gang"}


def test_a_change_of_a_word_holds_in_the_next_search() -> None:
    page = pages.term("Cuckooing", other_words="home takeover")
    page.words = [OtherWord(word="home takeover", widening=Widening.SHOWN)]
    page.save_revision().publish()
    assert found("cuckooing") == set()


def test_a_draft_changes_nothing() -> None:
    page = pages.term("Cuckooing", other_words="home takeover")
    page.other_words = "nesting"
    page.save_revision()
    assert found("cuckooing") == {"home takeover"}


def test_a_closed_term_has_none() -> None:
    pages.restrict(pages.term("Cuckooing", other_words="home takeover"))
    assert synonyms(["cuckooing"], ANONYMOUS) == Synonyms({})


def test_one_name_can_be_left_out() -> None:
    pages.term("Cuckooing", other_words="home takeover\nhouse capture")
    assert found("cuckooing", without=["home takeover"]) == {"house capture"}


def test_the_cost_does_not_grow_with_the_terms(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(6):
        pages.term(f"Cuckooing {number}", other_words=f"home takeover\nnest {number}")
    with django_assert_num_queries(3):
        assert found("a home takeover of nest 3")


def test_other_names_weigh_a_third() -> None:
    asked = Synonyms({"b": "B"}).beside((("a",),))
    assert asked == (("a",), ("a",), ("a",), ("b",))
