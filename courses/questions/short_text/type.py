from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import ListBlock, StructBlock, TextBlock

from courses.questions.base import (
    Answer,
    Data,
    OptionReview,
    QuestionType,
    Typed,
    Words,
    text_of,
)
from courses.questions.short_text.examples import EXAMPLES
from courses.questions.written import (
    LONGEST,
    AcceptedBlock,
    accepted_of,
    accepted_problems,
    best_fit,
    is_typed,
    typed_review,
    weight_of,
)


class ShortTextBlock(Words):
    accepted = ListBlock(AcceptedBlock(), label=gettext_lazy("Answers that count"), min_num=1)
    other = TextBlock(label=gettext_lazy("What to say to any other answer"), required=False)


class ShortText(QuestionType):
    """Data: {"accepted": [{"text", "percent", "feedback"}], "other": feedback}. Answer: a text."""

    name = "short_text"
    label = gettext_lazy("A word or a few")
    in_own_words = True
    examples = EXAMPLES

    def editor_block(self) -> StructBlock:
        return ShortTextBlock(label=self.label)

    def data_from_editor(self, value: Mapping[str, Any]) -> Data:
        accepted = [accepted_of(one) for one in value["accepted"]]
        return {"accepted": accepted, "other": text_of(value, "other")}

    def editor_from_data(self, data: Data) -> dict[str, Any]:
        return dict(data)

    def validate(self, data: Data) -> list[str]:
        return accepted_problems(data["accepted"])

    def fields(self, data: Data, seed: str, answer: Answer) -> dict[str, forms.Field]:
        field = forms.CharField(
            max_length=LONGEST,
            initial=answer,
            error_messages={"required": _("Write an answer")},
        )
        return {"answer": field}

    def answer_from_form(self, data: Data, typed: Typed, before: Answer) -> Answer:
        return typed["answer"]

    def accepts(self, data: Data, answer: Answer) -> bool:
        return is_typed(answer)

    def mark(self, data: Data, answer: Answer) -> Fraction:
        found = best_fit(data["accepted"], answer) if self.accepts(data, answer) else None
        return max(Fraction(0), weight_of(found)) if found else Fraction(0)

    def answer_text(self, data: Data, answer: Answer) -> str:
        return answer or ""

    def review(self, data: Data, answer: Answer) -> tuple[OptionReview, ...]:
        found = best_fit(data["accepted"], answer) if answer else None
        whole = [
            OptionReview(one["text"], True, False, one["feedback"])
            for one in data["accepted"]
            if weight_of(one) == 1
        ]
        said = found["feedback"] if found else data["other"]
        return typed_review(answer or "", self.mark(data, answer), said, whole)
