import pytest

from hub.access.readers import ANONYMOUS, Reader
from hub.access.tokens import MEMBER, PUBLIC
from search.engines.current import current_engine
from search.query.parsing import parse
from search.query.spelling import AS_TYPED, Spelling, spelling
from search.query.words import Speller
from tests.factories import pages

pytestmark = pytest.mark.django_db

MEMBER_ONLY = Reader(user_id=-1, tokens=frozenset({PUBLIC, MEMBER}))


def spelt(text: str, reader: Reader = ANONYMOUS, words: Speller | None = None) -> Spelling:
    return spelling(parse(text), current_engine(), reader, words=words or Speller())


def test_a_slip_has_the_near_words_in_its_place() -> None:
    pages.guidance(title="Exploitation")
    found = spelt("exploitaton law")
    assert found.terms == (("exploitation",),)
    assert found.corrected("Exploitaton law") == "exploitation law"


def test_the_typed_text_is_used_while_any_word_of_it_is_held() -> None:
    pages.guidance(title="Exploitation law")
    assert not spelt("exploitaton law").nothing_else


def test_where_no_word_is_held_nothing_else_is_left() -> None:
    pages.guidance(title="Exploitation")
    assert spelt("exploitaton").nothing_else


def test_a_citation_is_something_else() -> None:
    pages.guidance(title="Exploitation")
    assert not spelt("s45 exploitaton").nothing_else


def test_a_word_that_the_reader_s_own_things_hold_is_right() -> None:
    pages.guidance(title="Nightjar")
    pages.restrict(pages.guidance(title="Nightjars"))
    pages.restrict(pages.guidance(title="Nightjarr"))
    assert spelt("nightjarr", MEMBER_ONLY) == AS_TYPED
    assert spelt("nightjarr").terms == (("nightjar",),)


def test_a_word_closed_since_it_was_read_leaks_in_no_correction() -> None:
    page = pages.guidance(title="Nightjar")
    words = Speller()
    words.dictionary()
    pages.restrict(page)
    assert spelt("nightjarr", words=words) == AS_TYPED
