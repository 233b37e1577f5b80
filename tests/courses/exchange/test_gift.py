"""GIFT as Moodle documents it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from courses.exchange.drafts import Draft, Line
from courses.exchange.reading import read_questions

FILES = Path(__file__).parent / "files"


def lines_of(name: str) -> dict[str, Line]:
    report = read_questions(name, (FILES / name).read_bytes())
    return {line.name: line for line in report.lines}


def read(text: str) -> Line:
    (line,) = read_questions("one.gift", text.encode()).lines
    return line


def draft(text: str) -> Draft:
    line = read(text)
    assert line.draft is not None, line.reasons
    return line.draft


def rights(written: Mapping[str, Any]) -> list[tuple[str, bool]]:
    return [(option["text"], option["right"]) for option in written["options"]]


KINDS = {
    "Debt bondage": "single_choice",
    "Several": "multiple_choice",
    "You need consent to share that a child is at risk.": "true_false",
    "Plain truth": "true_false",
    "Short": "short_text",
    "Hours": "number",
    "Range": "number",
    "One number": "number",
    "Words": "matching",
    "Missing word": "gap_fill",
    "Missing word to write": "gap_fill",
    "With signs": "single_choice",
    "Essay with points": "reflection",
    "In HTML": "single_choice",
    "In Markdown": "single_choice",
    "Over several lines": "single_choice",
}


def test_every_form_of_gift_becomes_a_type_of_ours() -> None:
    lines = lines_of("every_form.gift")
    found = {name: line.draft and line.draft.kind for name, line in lines.items()}
    assert found == KINDS


def test_lines_are_where_questions_begin() -> None:
    lines = lines_of("every_form.gift")
    assert lines["Debt bondage"].place == "Line 3"


REASONS = {
    "Essay without points.": "what a good answer has",
    "This is a text without a question.": "text without a question",
    "No end": "is missing, or a blank line comes before it",
    "Two gaps": "more braces than one pair",
    "Picture": "a picture",
    "None right": "at least one answer as right",
    "Twice": "the same words",
    "Formula": "a formula",
    "No number": "“many” is no number",
    "Pairs": "“c” has no ->",
    "One answer": "Answers 2, Answer: This field is required",
    "Struck": "struck out words",
}


@pytest.mark.parametrize("name", REASONS)
def test_what_is_refused_says_why(name: str) -> None:
    line = lines_of("refused.gift")[name]
    assert line.draft is None
    assert REASONS[name] in " ".join(line.reasons)


def test_nothing_of_the_refused_file_gets_through() -> None:
    assert set(lines_of("refused.gift")) == set(REASONS)


def test_signs_that_are_escaped_mean_themselves() -> None:
    found = draft(r"A \{ \} \~ \= \# \: \\ and\na line.{=a\=b ~c\~d#e\#f}")
    assert found.stem == "A { } ~ = # : \\ and\na line."
    assert rights(found.written) == [("a=b", True), ("c~d", False)]


def test_a_category_holds_until_the_next_and_gives_tags() -> None:
    text = "$CATEGORY: top/One/Two//2\n\na{T}\n\nb{T}\n\n$CATEGORY: Three\nc{T}"
    report = read_questions("a.gift", text.encode())
    assert [list(found.tags) for found in report.sound] == [["One", "Two/2"]] * 2 + [["Three"]]


def test_weights_are_parts_of_the_mark() -> None:
    found = draft("a{~%33.33333%x ~%33.33333%y ~%33.33333%z ~%-100%w}")
    assert found.kind == "multiple_choice"
    options = found.written["options"]
    assert [option.get("percent") for option in options] == [None, None, None, "-100"]


def test_what_is_said_to_wrong_and_right_answers() -> None:
    options = draft("a{FALSE#wrong#right}").written["options"]
    assert [option["feedback"] for option in options] == ["wrong", "right"]


def test_an_answer_may_be_in_another_style_than_its_question() -> None:
    options = draft("[html]<b>a</b>{=[plain]<b> ~[markdown]*c*}").written["options"]
    assert [option["text"] for option in options] == ["<b>", "c"]


def test_what_follows_the_braces_makes_a_gap_but_for_several_answers() -> None:
    assert draft("a {=b ~c} d").written == {"text": "a [[b|~c]] d"}
    assert draft("a {~%50%b ~%50%c ~d} e").stem == "a _____ e"


def test_a_blank_line_within_the_braces_is_a_slip() -> None:
    report = read_questions("a.gift", b"a {=b\n\n~c}")
    assert [line.place for line in report.refused] == ["Line 1", "Line 3"]


@pytest.mark.parametrize(
    "text", ["a{#}", "a{#x..y}", "a{#1:x}", "a{#=%200%1}", "a}", "a}{", "a{{b}"]
)
def test_nonsense_is_refused(text: str) -> None:
    assert read(text).reasons


def test_the_same_question_twice_is_noted() -> None:
    report = read_questions("a.gift", b"a{T}\n\na{T}\n\na{F}")
    assert [len(line.notes) for line in report.lines] == [0, 1, 0]
