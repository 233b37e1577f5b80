import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.parsing import MAX_CHARACTERS, MAX_TERMS, parse


def test_words_are_lower_case_terms_in_the_order_typed() -> None:
    assert parse("County Lines").words == ("county", "lines")


def test_words_without_meaning_are_dropped() -> None:
    assert parse("what is the test for cuckooing").terms == (("test",), ("cuckooing",))


def test_words_without_meaning_stay_where_there_are_no_others() -> None:
    assert parse("who are you").words == ("who", "are", "you")


def test_repeated_words_stay() -> None:
    assert parse("is a gang a gang to its members").terms == (("gang",), ("gang",), ("members",))


@pytest.mark.parametrize("name", ["county lines", "stop and search", "section 45 defence"])
def test_the_words_of_a_short_query_count_together_too(name: str) -> None:
    assert parse(name).terms[-1] == tuple(name.split())


def test_a_sentence_is_no_name() -> None:
    assert all(len(term) == 1 for term in parse("how do we find children at risk").terms)


def test_words_in_quotes_stand_together() -> None:
    assert parse("“child first” policy").terms == (("child", "first"), ("policy",))


@pytest.mark.parametrize("form", ["s45", "s.45", "s 45", "S. 45", "sec 45", "section 45", "ss.45"])
def test_every_way_to_write_a_section_asks_for_the_same(form: str) -> None:
    asked = [("section", "45"), ("s45",), ("s", "45"), ("modern",), ("slavery",)]
    assert parse(f"{form} modern slavery").terms[:5] == tuple(asked)


def test_a_section_number_keeps_its_letter() -> None:
    assert ("section", "45a") in parse("s.45A").terms


@pytest.mark.parametrize("text", ["children's 10 rights", "class 45", "boss 3"])
def test_an_s_that_ends_a_word_names_no_section(text: str) -> None:
    assert all(term[0] != "section" for term in parse(text).terms)


def test_a_plain_number_is_a_word() -> None:
    assert parse("45 days").words == ("45", "days")


def test_a_long_text_is_cut() -> None:
    parsed = parse("exploitation " * 200)
    assert len(parsed.text) <= MAX_CHARACTERS
    assert len(parsed.terms) <= MAX_TERMS


@given(st.text(max_size=900))
def test_any_string_parses_to_words_alone(text: str) -> None:
    parsed = parse(text)
    assert len(parsed.text) <= MAX_CHARACTERS
    assert all(word.replace("_", "a").isalnum() for term in parsed.terms for word in term)
