"""From questions to a table."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from courses.exchange.drafts import Draft, Refused
from courses.exchange.table.columns import (
    DIFFICULTY,
    EXPLANATION,
    HINT,
    KIND,
    MUST,
    OF_ALL,
    OUTCOME,
    QUESTION,
    TAGS,
    difficulty_cell,
    numbered_columns,
    single_columns,
    tags_cell,
)
from courses.exchange.table.forms import Cells, as_cell, table_forms
from courses.questions.registry import question_types
from hub.core.spreadsheets import csv_text


def cells_of(draft: Draft) -> Cells:
    """Raises Refused for a type that says nothing of tables."""
    form = table_forms().get(draft.kind)
    if form is None:
        raise Refused(_("A table can't hold this type of question."))
    cells = form.cells(draft.written)
    cells.single |= {
        KIND: draft.kind,
        QUESTION: draft.stem,
        HINT: draft.hint,
        EXPLANATION: draft.explanation,
        TAGS: tags_cell(draft.tags),
        DIFFICULTY: difficulty_cell(draft.difficulty),
        OUTCOME: draft.outcome,
        MUST: as_cell(draft.must_pass),
    }
    return cells


def write_table(rows: Sequence[Cells]) -> str:
    """With the columns that these rows need."""
    used = {column for row in rows for column, text in row.single.items() if text}
    single = [column for column in single_columns() if column in used or column in OF_ALL]
    longest = max((len(row.numbered) for row in rows), default=0)
    filled = {
        column for row in rows for one in row.numbered for column, text in one.items() if text
    }
    numbered = [
        (column, number)
        for number in range(longest)
        for column in numbered_columns()
        if column in filled
    ]
    head = [*single, *(f"{column} {number + 1}" for column, number in numbered)]
    return csv_text(head, (texts(row, single, numbered) for row in rows))


def texts(row: Cells, single: Sequence[str], numbered: Iterable[tuple[str, int]]) -> list[str]:
    parts = [row.single.get(column, "") for column in single]
    for column, number in numbered:
        one = row.numbered[number] if number < len(row.numbered) else {}
        parts.append(one.get(column, ""))
    return parts


def template_table() -> str:
    """A row of each type to write over: the worked examples of its marking."""
    drafts = [
        Draft(kind=name, stem=kind.examples[0].written["stem"], written=kind.examples[0].written)
        for name, kind in question_types().items()
        if name in table_forms()
    ]
    return write_table([cells_of(draft) for draft in drafts])
