from threading import Event

import pytest
from django.test import Client
from symspellpy import SymSpell

from search.query import words
from search.query.words import Speller
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["exploitaton", "explotation", "exploittion"])
def test_a_slip_leads_to_the_nearest_word(typed: str) -> None:
    pages.guidance(title="Exploitation")
    assert Speller().nearest(typed) == ("exploitation",)


def test_a_known_word_is_no_suspect() -> None:
    pages.guidance(title="Exploitation")
    assert Speller().suspects(["exploitation", "exploitaton"]) == ["exploitaton"]


@pytest.mark.parametrize("word", ["nrm", "s45", "2015", "e_mail"])
def test_short_words_and_numbers_are_left_alone(word: str) -> None:
    assert Speller().suspects([word]) == []


def test_closed_things_lend_no_words() -> None:
    pages.restrict(pages.guidance(title="Nightjar"))
    assert Speller().nearest("nightjarr") == ()


def test_a_word_far_from_all_has_no_nearest() -> None:
    pages.guidance(title="Exploitation")
    assert Speller().nearest("zygomatic") == ()


def test_reading_the_words_stalls_no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    going_on, may_end = Event(), Event()

    def slow(_using: str) -> SymSpell:
        going_on.set()
        may_end.wait(10)
        return SymSpell()

    monkeypatch.setattr(words, "words_of_public_entries", slow)
    speller = Speller(in_background=True)
    assert speller.suspects(["exploitaton"]) == []
    assert going_on.wait(10)
    assert speller.suspects(["exploitaton"]) == []
    may_end.set()


def test_words_are_read_again_when_they_are_old() -> None:
    speller = Speller()
    speller.suspects(["any"])
    pages.guidance(title="Exploitation")
    speller.read_at -= words.LONGEST_AGE + 1
    assert speller.nearest("exploitaton") == ("exploitation",)


def test_only_the_commonest_words_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST_WORDS", 1)
    pages.guidance(title="Nightjar nightjar badger")
    assert list(Speller().dictionary().words) == ["nightjar"]


def test_the_first_page_that_a_process_serves_has_the_words_read(client: Client) -> None:
    pages.guidance(title="Exploitation")
    words.speller.forget()
    words.read_at_first_request()
    client.get("/healthz")
    assert "exploitation" in words.speller.words.words
    words.speller.forget()
    client.get("/healthz")
    assert words.speller.read_at is None
