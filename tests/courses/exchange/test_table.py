"""The table that trainers fill in."""

from pathlib import Path

import pytest

from courses.enums import Difficulty
from courses.exchange.drafts import Draft, Line, Refused
from courses.exchange.files import Format
from courses.exchange.reading import read_questions
from courses.exchange.table.forms import table_forms
from courses.exchange.table.writing import template_table
from courses.exchange.writing import write_questions
from courses.questions.registry import question_types
from hub.core.spreadsheets import plain_cell, text_of_cell

FILE = Path(__file__).parent / "files" / "from_a_spreadsheet.csv"


def lines() -> list[Line]:
    return list(read_questions(FILE.name, FILE.read_bytes()).lines)


def first() -> Draft:
    found = lines()[0].draft
    assert found is not None
    return found


def test_every_type_fits_into_the_table() -> None:
    assert set(table_forms()) == set(question_types())


def test_semicolons_labels_and_capitals_are_understood() -> None:
    assert first().kind == "single_choice"
    assert first().stem == "Who gains from a debt?\n\nThink of one."


def test_tags_difficulty_and_what_must_be_right_come_along() -> None:
    found = first()
    assert list(found.tags) == ["debt; bondage", "signs"]
    assert (found.difficulty, found.must_pass) == (Difficulty.HARD, True)


def test_a_neutralised_cell_is_read_as_it_was() -> None:
    assert first().written["options"][0]["feedback"] == "=That is what it's for."


def test_rows_count_as_in_the_spreadsheet() -> None:
    assert [line.place for line in lines()] == [
        "Row 2",
        "Row 3",
        "Row 4",
        "Row 6",
        "Row 7",
        "Row 8",
    ]


REASONS = {
    3: "no kind “telepathy”",
    4: "“impossible” is no difficulty",
    5: "The minimum number of items is 2",
}


@pytest.mark.parametrize("place", REASONS)
def test_what_is_refused_says_why(place: int) -> None:
    assert REASONS[place] in " ".join(lines()[place].reasons)


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("kind,question,anser 1", "Nobody knows the column “anser 1”"),
        ("kind,answer 1", "The column “question” is missing"),
        ("question,answer 1", "The column “kind” is missing"),
    ],
)
def test_a_head_that_is_not_ours_is_refused(head: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read_questions("a.csv", f"{head}\na,b,c\n".encode())


def test_the_table_to_fill_in_has_a_sound_question_of_each_kind() -> None:
    report = read_questions("questions.csv", template_table().encode())
    assert report.refused == []
    assert [found.kind for found in report.sound] == list(question_types())


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\uff1d"])
def test_no_cell_begins_a_formula(sign: str) -> None:
    draft = Draft(
        kind="ordering", stem=f"{sign}1+1", written={"items": [f"{sign}a", "b"]}, tags=[f"{sign}c"]
    )
    cells = write_questions([draft], Format.TABLE).text.replace('"', "").split(",")
    assert not [cell for cell in cells if cell.startswith(sign)]


@pytest.mark.parametrize("text", ["=1", "'=1", "''@x", "'a", "'", "", "-", "'-", "a=b"])
def test_a_neutralised_text_comes_back(text: str) -> None:
    assert text_of_cell(plain_cell(text)) == text


def test_a_choice_before_any_moment_is_refused() -> None:
    table = "kind,question,answer 1,goes with 1\nscenario,What now?,Ask,end\n"
    (line,) = read_questions("a.csv", table.encode()).lines
    assert "before the first moment" in line.reasons[0]
