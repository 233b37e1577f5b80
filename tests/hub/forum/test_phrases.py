import pytest
from django.test import Client

from hub.forum.models import HeldPhrase
from hub.forum.phrases import found_phrases
from tests.factories import pages
from tests.factories.people import staff_client

pytestmark = pytest.mark.django_db

WORDS = "/cms/snippets/forum/heldphrase/add/"


@pytest.fixture
def cms() -> Client:
    return staff_client()


def add(cms: Client, phrase: str, *, whole: bool = True) -> str:
    sent = {"phrase": phrase, "why": "Seen in grooming."} | ({"whole_words": "on"} if whole else {})
    return cms.post(WORDS, sent, follow=True).content.decode()


def test_words_are_added_in_the_cms(cms: Client) -> None:
    add(cms, "meet me at")
    assert HeldPhrase.objects.get().phrase == "meet me at"


@pytest.mark.parametrize("phrase", ["Cuckooing", "cuckooing", "home takeover", "Home  Takeover"])
def test_a_word_of_the_glossary_is_refused(cms: Client, phrase: str) -> None:
    pages.term(title="Cuckooing", other_words="home takeover")
    assert "Words of the field" in add(cms, phrase)
    assert not HeldPhrase.objects.exists()


def test_part_of_a_word_of_the_glossary_is_refused(cms: Client) -> None:
    pages.term(title="County lines")
    assert "Words of the field" in add(cms, "count", whole=False)
    assert "Words of the field" in add(cms, "lines")


def test_more_than_a_word_of_the_glossary_is_taken(cms: Client) -> None:
    pages.term(title="Cuckooing")
    add(cms, "cuckooing for sale")
    assert HeldPhrase.objects.exists()


def test_a_term_that_came_later_holds_nothing() -> None:
    HeldPhrase.objects.create(phrase="trapping", why="?")
    assert found_phrases("They call it trapping.")
    pages.term(title="Trapping")
    assert found_phrases("They call it trapping.") == []


@pytest.mark.parametrize("text", ["Meet me AT six", "meet, me at", "méet me at six"])
def test_case_accents_and_punctuation_do_not_matter(text: str) -> None:
    HeldPhrase.objects.create(phrase="meet me at", why="?")
    assert found_phrases(text)
