from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import CharBlock, StructBlock

from courses.questions.base import (
    Answer,
    Data,
    OptionReview,
    QuestionType,
    Typed,
    Words,
    text_of,
)
from courses.questions.confidence.examples import EXAMPLES

STEPS = range(1, 6)


class ConfidenceBlock(Words):
    low = CharBlock(label=gettext_lazy("Lowest"), default=gettext_lazy("Not at all sure"))
    high = CharBlock(label=gettext_lazy("Highest"), default=gettext_lazy("Very sure"))


class Confidence(QuestionType):
    """Data: {"low", "high"}. Answer: 1 to 5. There is no right one, so it earns nothing."""

    name = "confidence"
    label = gettext_lazy("How sure people feel")
    scored = False
    examples = EXAMPLES

    def editor_block(self) -> StructBlock:
        return ConfidenceBlock(label=self.label)

    def data_from_editor(self, value: Mapping[str, Any]) -> Data:
        return {"low": text_of(value, "low"), "high": text_of(value, "high")}

    def editor_from_data(self, data: Data) -> dict[str, Any]:
        return dict(data)

    def validate(self, data: Data) -> list[str]:
        return [] if data["low"] and data["high"] else [_("Say what lowest and highest mean.")]

    def fields(self, data: Data, seed: str, answer: Answer) -> dict[str, forms.Field]:
        field = forms.TypedChoiceField(
            coerce=int,
            choices=[(step, self.words(data, step)) for step in STEPS],
            widget=forms.RadioSelect,
            initial=answer,
            error_messages={"required": _("Choose how sure you are")},
        )
        return {"answer": field}

    def words(self, data: Data, step: int) -> str:
        ends = {STEPS[0]: data["low"], STEPS[-1]: data["high"]}
        return f"{step}: {ends[step]}" if step in ends else str(step)

    def answer_from_form(self, data: Data, typed: Typed, before: Answer) -> Answer:
        return typed["answer"]

    def accepts(self, data: Data, answer: Answer) -> bool:
        return type(answer) is int and answer in STEPS

    def mark(self, data: Data, answer: Answer) -> Fraction:
        return Fraction(0)

    def answer_text(self, data: Data, answer: Answer) -> str:
        return self.words(data, answer) if self.accepts(data, answer) else ""

    def review(self, data: Data, answer: Answer) -> tuple[OptionReview, ...]:
        text = self.answer_text(data, answer)
        return (OptionReview(text, None, True),) if text else ()
