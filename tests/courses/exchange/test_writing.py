"""What goes out in which format, and what is said of the rest."""

from typing import Any

import pytest

from courses.exchange.drafts import Draft
from courses.exchange.files import Format
from courses.exchange.reading import read_questions
from courses.exchange.writing import Export, write_questions
from courses.questions.registry import question_types

EVERYWHERE = {"single_choice", "multiple_choice", "true_false", "short_text", "number", "matching"}
CARRIED = {
    Format.GIFT: EVERYWHERE,
    Format.XML: EVERYWHERE | {"ordering", "reflection", "gap_fill"},
    Format.TABLE: set(question_types()),
}


def example(kind: str, **fields: Any) -> Draft:
    written = question_types()[kind].examples[0].written
    return Draft(kind=kind, stem=written["stem"], written=written, **fields)


def written(draft: Draft, wanted: Format) -> Export:
    return write_questions([draft], wanted)


@pytest.mark.parametrize("wanted", Format)
def test_each_format_carries_the_types_that_it_has(wanted: Format) -> None:
    export = write_questions([example(kind) for kind in question_types()], wanted)
    report = read_questions(f"a.{wanted}", export.text.encode())
    assert {draft.kind for draft in report.sound} == CARRIED[wanted]
    assert report.refused == []
    assert len(export.left_out) == len(question_types()) - len(CARRIED[wanted])


def test_what_is_left_out_is_named_with_its_reason() -> None:
    (one,) = written(example("scenario"), Format.XML).left_out
    assert one.name.startswith("A pupil shows you a second phone")
    assert one.left_out == "Moodle has no such type of question."


def test_gift_has_a_gap_but_not_two() -> None:
    one = Draft(kind="gap_fill", stem="Fill in.", written={"text": "Ring [[999|~101]]."})
    assert written(one, Format.GIFT).count == 1
    assert written(example("gap_fill"), Format.GIFT).left_out[0].left_out.startswith("GIFT has one")


@pytest.mark.parametrize(
    ("draft", "wanted", "lost"),
    [
        (example("true_false", hint="Look."), Format.GIFT, "hint"),
        (example("number"), Format.GIFT, "unit"),
        (example("true_false", must_pass=True), Format.XML, "must be right"),
        (example("number"), Format.XML, "less and to more"),
        (
            Draft(
                kind="matching",
                stem="Match.",
                written={
                    "pairs": [
                        {"left": "a", "right": "b", "feedback": "Because."},
                        {"left": "c", "right": "d"},
                    ]
                },
            ),
            Format.XML,
            "belong together",
        ),
    ],
)
def test_what_stays_behind_is_named(draft: Draft, wanted: Format, lost: str) -> None:
    (one,) = written(draft, wanted).lessened
    assert lost in " ".join(one.notes)


UNSAYABLE = {
    "a wrong answer that earns": (
        "multiple_choice",
        [{"text": "a", "right": True}, {"text": "b", "right": False, "percent": "50"}],
    ),
    "other words than true and false": (
        "true_false",
        [{"text": "Yes", "right": True}, {"text": "No", "right": False}],
    ),
    "a wrong judgement that earns": (
        "true_false",
        [{"text": "True", "right": True}, {"text": "False", "right": False, "percent": "25"}],
    ),
}


@pytest.mark.parametrize("case", UNSAYABLE)
@pytest.mark.parametrize("wanted", [Format.GIFT, Format.XML])
def test_what_moodle_would_mark_otherwise_stays(case: str, wanted: Format) -> None:
    kind, options = UNSAYABLE[case]
    export = written(Draft(kind=kind, stem="What?", written={"options": options}), wanted)
    assert export.left_out


def test_an_arrow_in_a_short_answer_stays_out_of_gift() -> None:
    draft = Draft(kind="short_text", stem="?", written={"accepted": [{"text": "a -> b"}]})
    assert "->" in written(draft, Format.GIFT).left_out[0].left_out
    assert written(draft, Format.XML).count == 1


def test_signs_that_xml_has_no_way_to_write_are_dropped() -> None:
    export = written(example("true_false", explanation="a\x0bb"), Format.XML)
    assert read_questions("a.xml", export.text.encode()).sound[0].explanation == "ab"


def test_line_ends_of_browsers_become_plain_ones() -> None:
    for wanted in Format:
        export = written(example("true_false", explanation="a\r\nb"), wanted)
        report = read_questions(f"a.{wanted}", export.text.encode())
        assert report.sound[0].explanation == "a\nb"
