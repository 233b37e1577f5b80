"""From a table to drafts, one row each."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from courses.exchange.drafts import Draft, Refused, cleaned_tags
from courses.exchange.plain import name_from
from courses.exchange.table.columns import (
    DIFFICULTY,
    EXPLANATION,
    HINT,
    KIND,
    MUST,
    NUMBERED,
    OUTCOME,
    QUESTION,
    TAGS,
    difficulty_of_cell,
    numbered_columns,
    single_columns,
    tags_of_cell,
)
from courses.exchange.table.forms import Cells, is_yes, table_forms
from courses.questions.registry import question_types
from hub.core.one_line import shortened
from hub.core.spreadsheets import text_of_cell

SEPARATORS = (",", ";", "\t")
# A place in the head: a column, and its number or 0.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """Numbered as spreadsheets count, the head being 1."""

    number: int
    cells: Cells

    @property
    def name(self) -> str:
        return name_from(self.cells.single.get(QUESTION, ""))

    def draft(self) -> Draft:
        """Raises Refused with the reason."""
        single = self.cells.single
        kind = kind_of(single.get(KIND, ""))
        form = table_forms().get(kind)
        if form is None:
            raise Refused(_("A table can't hold this type of question."))
        try:
            difficulty = difficulty_of_cell(single.get(DIFFICULTY, ""))
        except ValueError as error:
            told = {"text": shortened(single[DIFFICULTY], 40)}
            raise Refused(_("“%(text)s” is no difficulty: easy, usual or hard.") % told) from error
        return Draft(
            kind=kind,
            stem=single.get(QUESTION, ""),
            written=form.written(self.cells),
            explanation=single.get(EXPLANATION, ""),
            hint=single.get(HINT, ""),
            tags=cleaned_tags(tags_of_cell(single.get(TAGS, ""))),
            difficulty=difficulty,
            outcome=single.get(OUTCOME, ""),
            must_pass=is_yes(single.get(MUST, "")),
        )


def kind_of(cell: str) -> str:
    """By its name or by what the editor's form calls it. Raises Refused."""
    wanted = cell.casefold()
    for name, kind in question_types().items():
        if wanted in {name, name.replace("_", " "), str(kind.label).casefold()}:
            return name
    if not cell:
        raise Refused(_("It doesn't say of which kind it is."))
    raise Refused(_("There is no kind “%(kind)s”.") % {"kind": shortened(cell, 40)})


def table_rows(text: str) -> Iterator[Row]:
    """Rows with anything in them. Raises Refused where the head isn't ours."""
    head_line = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=head_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        places = places_of(next(reader))
        for number, values in enumerate(reader, start=2):
            if any(value.strip() for value in values):
                yield Row(number, cells_of(places, values))
    except csv.Error as error:
        row = {"n": reader.line_num}
        raise Refused(_("The table can't be read near line %(n)d.") % row) from error


def places_of(head: Sequence[str]) -> list[Place]:
    """Raises Refused for a column that nobody knows, for a slip would lose what stands in it."""
    single, numbered = set(single_columns()), set(numbered_columns())
    places: list[Place] = []
    for cell in head:
        name = " ".join(text_of_cell(cell).casefold().split())
        found = NUMBERED.fullmatch(name)
        if name in single or not name:
            places.append((name, 0))
        elif found and found[1] in numbered:
            places.append((found[1], int(found[2])))
        else:
            raise Refused(_("Nobody knows the column “%(name)s”.") % {"name": shortened(name, 40)})
    for name in (KIND, QUESTION):
        if (name, 0) not in places:
            raise Refused(_("The column “%(name)s” is missing.") % {"name": name})
    return places


def cells_of(places: Sequence[Place], values: Sequence[str]) -> Cells:
    """Numbers with nothing in any of their columns are left out, whichever they are."""
    cells = Cells()
    numbered: dict[int, dict[str, str]] = {}
    for (column, number), value in zip(places, values, strict=False):
        text = text_of_cell(value).strip()
        if text and column and number:
            numbered.setdefault(number, {})[column] = text
        elif text and column:
            cells.single[column] = text
    cells.numbered = [numbered[number] for number in sorted(numbered)]
    return cells
