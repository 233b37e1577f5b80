"""What goes out comes in again as the same question, whatever signs its texts have."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from courses.enums import Difficulty
from courses.exchange.checking import problems_of
from courses.exchange.drafts import Draft
from courses.exchange.files import Format
from courses.exchange.moodle.forms import moodle_forms
from courses.exchange.reading import read_questions
from courses.exchange.table.forms import table_forms
from courses.exchange.writing import Export, write_questions
from courses.questions.registry import question_type, question_types
from tests.courses.exchange.written import WRITTEN, drafts, same

MOODLE = sorted(moodle_forms())
CARRIED = {Format.GIFT: MOODLE, Format.XML: MOODLE, Format.TABLE: sorted(table_forms())}
CASES = [(wanted, kind) for wanted, kinds in CARRIED.items() for kind in kinds]


def again(draft: Draft, wanted: Format) -> tuple[Draft | None, Export]:
    """The draft after a journey out and in; None where the format left it out."""
    export = write_questions([draft], wanted)
    if export.left_out:
        return None, export
    report = read_questions(f"file.{wanted}", export.text.encode())
    (line,) = report.lines
    assert line.reasons == [], export.text
    return line.draft, export


def as_stored(draft: Draft) -> dict[str, Any]:
    data = question_type(draft.kind).data_from_editor(draft.written)
    words = {"kind": draft.kind, "stem": draft.stem, "explanation": draft.explanation}
    return {**words, "hint": draft.hint, "data": same(draft.kind, data), "tags": set(draft.tags)}


def without(draft: Draft) -> dict[str, Any]:
    """As it is stored, less what a format may say that it leaves behind."""
    stored = {name: value for name, value in as_stored(draft).items() if name != "hint"}
    data = {name: value for name, value in stored["data"].items() if name != "unit"}
    for name, rows in data.items():
        if name == "pairs":
            data[name] = [{**row, "feedback": ""} for row in rows]
    return stored | {"data": data}


@pytest.mark.parametrize(("wanted", "kind"), CASES)
@given(data=st.data())
def test_a_question_comes_back_as_it_went(wanted: Format, kind: str, data: st.DataObject) -> None:
    draft = data.draw(drafts(kind))
    assume(not problems_of(draft))
    if wanted is not Format.TABLE:
        draft = replace(draft, difficulty=Difficulty.USUAL, outcome="", must_pass=False)
    came, export = again(draft, wanted)
    if came is None:
        assert export.left_out[0].left_out
    elif not export.lessened:
        assert as_stored(came) == as_stored(draft)
    else:
        assert without(came) == without(draft)


@pytest.mark.parametrize("kind", sorted(table_forms()))
@given(data=st.data())
def test_a_table_holds_the_whole_question(kind: str, data: st.DataObject) -> None:
    draft = data.draw(drafts(kind))
    assume(not problems_of(draft))
    came, export = again(draft, Format.TABLE)
    assert came is not None
    assert not export.lessened
    extra = (came.difficulty, came.outcome, came.must_pass)
    assert extra == (draft.difficulty, draft.outcome, draft.must_pass)


def test_the_strategies_know_every_type() -> None:
    assert set(WRITTEN) == set(question_types())
