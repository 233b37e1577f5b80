import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.enums import Facet
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


def test_a_name_begins_and_ends_with_words_that_have_a_meaning() -> None:
    assert parse("a duty of the").terms == (("duty",),)
    assert parse("the duty to refer").terms[-1] == ("duty", "to", "refer")
    assert parse("who am I").terms[-1] == ("who", "am", "i")


def test_a_sentence_is_no_name() -> None:
    assert all(len(term) == 1 for term in parse("how do we find children at risk").terms)


def test_words_in_quotes_must_stand_together() -> None:
    parsed = parse("“child first” policy")
    assert parsed.required == (("child", "first"),)
    assert parsed.terms == (("policy",),)


@pytest.mark.parametrize("text", ["policy -police", "-police policy", "policy -“police”"])
def test_a_minus_before_a_word_keeps_it_out(text: str) -> None:
    parsed = parse(text)
    assert parsed.excluded == (("police",),)
    assert ("police",) not in parsed.terms


@pytest.mark.parametrize("text", ["multi-agency", "after - all", "child-first policy", "-"])
def test_a_hyphen_is_no_minus(text: str) -> None:
    assert parse(text).excluded == ()


def test_where_all_is_unwanted_the_words_are_meant_as_words() -> None:
    assert parse("-police").terms == (("police",),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("who do I ring about a kid carrying drugs", ("kid", "carrying", "drugs")),
        ("child missing from care home again who do I ring", ("child", "missing", "care", "home")),
        ("what does cunch mean", ("cunch",)),
        ("what is the meaning of plugging?", ("plugging",)),
        ("where can I find a plan", ("plan",)),
        ("ring the school", ("ring", "school")),
    ],
)
def test_the_frame_of_a_question_is_dropped(text: str, words: tuple[str, ...]) -> None:
    assert parse(text).words[: len(words)] == words


NAMES = {
    Facet.KIND: {"course": "Courses", "practice": "Practice examples"},
    Facet.AUDIENCE: {"police": "Police"},
    Facet.NATION: {"northern_ireland": "Northern Ireland"},
    Facet.ANSWERED: {"solved": "Solved", "unsolved": "Not solved yet"},
}


@pytest.mark.parametrize(
    ("text", "facet", "value"),
    [
        ("knives kind:course", Facet.KIND, "course"),
        ("Kind:Courses knives", Facet.KIND, "course"),
        ('knives kind:"practice examples"', Facet.KIND, "practice"),
        ("knives agency:police", Facet.AUDIENCE, "police"),
        ("knives extent:northern-ireland", Facet.NATION, "northern_ireland"),
        ("knives solved:yes", Facet.ANSWERED, "solved"),
        ("knives solved:no", Facet.ANSWERED, "unsolved"),
    ],
)
def test_a_field_word_is_a_filter(text: str, facet: Facet, value: str) -> None:
    parsed = parse(text, NAMES)
    assert parsed.filters == {facet: frozenset({value})}
    assert (parsed.text, parsed.words) == ("knives", ("knives",))


def test_two_values_of_a_field_are_a_choice() -> None:
    filters = parse("x kind:course kind:practice", NAMES).filters
    assert filters == {Facet.KIND: frozenset({"course", "practice"})}


@pytest.mark.parametrize("text", ["kind:sausage", "colour:red", "http://kind", "kind: course"])
def test_an_unknown_field_or_value_is_plain_words(text: str) -> None:
    parsed = parse(text, NAMES)
    assert parsed.filters == {}
    assert set(parsed.words) == set(text.replace("://", " ").replace(":", " ").split())


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
