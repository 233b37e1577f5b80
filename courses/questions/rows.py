"""What the types share in which each of several lines gets one thing from a list."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from courses.questions.base import (
    Answer,
    Data,
    OptionReview,
    QuestionType,
    Typed,
    mixed,
)

PREFIX = "answer-"


class RowsType(QuestionType):
    """Answer: {row id: id of what was chosen}, for all rows."""

    @abstractmethod
    def rows(self, data: Data) -> Sequence[Data]:
        """What gets something: id, text, right (the id of what belongs there) and feedback."""

    @abstractmethod
    def things(self, data: Data) -> Sequence[Data]:
        """What there is to choose from, in an order that gives nothing away: id and text."""

    def fields(self, data: Data, seed: str, answer: Answer) -> dict[str, forms.Field]:
        choices = [(one["id"], one["text"]) for one in mixed(self.things(data), seed)]
        return {
            PREFIX + row["id"]: forms.ChoiceField(
                label=row["text"],
                choices=[("", _("Choose")), *choices],
                initial=(answer or {}).get(row["id"]),
                error_messages={
                    "required": _("Choose one for “%(row)s”") % {"row": row["text"]},
                    "invalid_choice": _("Choose from the answers to this question"),
                },
            )
            for row in mixed(self.rows(data), seed)
        }

    def answer_from_form(self, data: Data, typed: Typed, before: Answer) -> Answer:
        return {row["id"]: typed[PREFIX + row["id"]] for row in self.rows(data)}

    def accepts(self, data: Data, answer: Answer) -> bool:
        if not isinstance(answer, dict):
            return False
        known = {one["id"] for one in self.things(data)}
        rows = {row["id"] for row in self.rows(data)}
        return set(answer) == rows and all(
            isinstance(one, str) and one in known for one in answer.values()
        )

    def mark(self, data: Data, answer: Answer) -> Fraction:
        """The share of rows that got what belongs there."""
        if not self.accepts(data, answer):
            return Fraction(0)
        rows = self.rows(data)
        return Fraction(sum(answer[row["id"]] == row["right"] for row in rows), len(rows))

    def answer_text(self, data: Data, answer: Answer) -> str:
        texts = text_by_id(self.things(data))
        chosen: Mapping[str, Any] = answer or {}
        return "; ".join(
            f"{row['text']}: {texts[chosen[row['id']]]}"
            for row in self.rows(data)
            if chosen.get(row["id"]) in texts
        )

    def review(self, data: Data, answer: Answer) -> tuple[OptionReview, ...]:
        """What belongs together; before it, where it was something else, what was chosen."""
        texts, lines = text_by_id(self.things(data)), []
        for row in self.rows(data):
            chosen = (answer or {}).get(row["id"])
            right = chosen == row["right"]
            if chosen in texts and not right:
                lines.append(OptionReview(f"{row['text']}: {texts[chosen]}", False, True))
            text = f"{row['text']}: {texts[row['right']]}"
            lines.append(OptionReview(text, True, right, row["feedback"]))
        return tuple(lines)


def text_by_id(things: Sequence[Data]) -> dict[str, str]:
    return {one["id"]: one["text"] for one in things}
