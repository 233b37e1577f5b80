"""The table's columns: those of every question, then those that types need."""

import re
from collections.abc import Sequence
from typing import Any

from courses.enums import Difficulty
from courses.exchange.table.forms import table_forms

KIND, QUESTION, HINT, EXPLANATION = "kind", "question", "hint", "explanation"
TAGS, DIFFICULTY, OUTCOME, MUST = "tags", "difficulty", "outcome", "must be right"
OF_ALL = (KIND, QUESTION, HINT, EXPLANATION, TAGS, DIFFICULTY, OUTCOME, MUST)
NUMBERED = re.compile(r"(.{1,40}?) (\d{1,3})")
TAG = re.compile(r"(?:\\.|[^\\;])+")


def single_columns() -> list[str]:
    of_types = [column for form in table_forms().values() for column in form.columns]
    return [*OF_ALL, *dict.fromkeys(of_types)]


def numbered_columns() -> list[str]:
    of_types = [column for form in table_forms().values() for column in form.numbered_columns]
    return list(dict.fromkeys(of_types))


def tags_cell(tags: Sequence[str]) -> str:
    return "; ".join(re.sub(r"([;\\])", r"\\\1", tag) for tag in tags)


def tags_of_cell(cell: str) -> list[str]:
    return [re.sub(r"\\(.)", r"\1", part).strip() for part in TAG.findall(cell)]


def difficulty_cell(value: int) -> str:
    return Difficulty(value).name.lower()


def difficulty_of_cell(cell: str) -> int:
    """By its name, its label or its number; as usual for none. Raises ValueError for others."""
    if not cell:
        return Difficulty.USUAL
    for one in Difficulty:
        meaning: Any = (one.name, one.label, str(one.value))
        if cell.casefold() in {str(name).casefold() for name in meaning}:
            return one
    raise ValueError(cell)
