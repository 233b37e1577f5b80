from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from courses.questions.base import (
    Answer,
    Data,
    OptionReview,
    QuestionType,
    Typed,
    Words,
    repeated,
    things_of,
)
from courses.questions.reflection.examples import EXAMPLES
from courses.questions.written import is_typed

LONGEST = 5000


class ReflectionBlock(Words):
    points = ListBlock(
        CharBlock(label=gettext_lazy("Point"), max_length=300),
        label=gettext_lazy("What a good answer has"),
        min_num=1,
    )


class Reflection(QuestionType):
    """Data: {"points": [{"id", "text"}]}. Answer: {"text", "covered": ids, or None before that}.

    People write first, then see the points and say which of them they had. It earns nothing.
    """

    name = "reflection"
    label = gettext_lazy("Think and write, then compare")
    scored = False
    in_own_words = True
    examples = EXAMPLES

    def editor_block(self) -> StructBlock:
        return ReflectionBlock(label=self.label)

    def data_from_editor(self, value: Mapping[str, Any]) -> Data:
        return {"points": things_of(text.strip() for text in value["points"])}

    def editor_from_data(self, data: Data) -> dict[str, Any]:
        return {"points": [point["text"] for point in data["points"]]}

    def validate(self, data: Data) -> list[str]:
        if not data["points"]:
            return [_("Write at least one point of a good answer.")]
        return repeated([point["text"] for point in data["points"]])

    def fields(self, data: Data, seed: str, answer: Answer) -> dict[str, forms.Field]:
        written = forms.CharField(
            label=_("Your answer"),
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 6}),
            initial=(answer or {}).get("text"),
            help_text=_("For yourself. Don't name a child or anybody else."),
            error_messages={"required": _("Write some words")},
        )
        if not self.accepts(data, answer):
            return {"answer": written}
        covered = forms.MultipleChoiceField(
            label=_("Which of these did you think of?"),
            choices=[(point["id"], point["text"]) for point in data["points"]],
            widget=forms.CheckboxSelectMultiple,
            required=False,
            initial=answer["covered"],
        )
        return {"answer": written, "answer-covered": covered}

    def answer_from_form(self, data: Data, typed: Typed, before: Answer) -> Answer:
        covered = typed.get("answer-covered")
        return {"text": typed["answer"], "covered": None if covered is None else sorted(covered)}

    def accepts(self, data: Data, answer: Answer) -> bool:
        if not isinstance(answer, dict) or set(answer) != {"text", "covered"}:
            return False
        covered, known = answer["covered"], {point["id"] for point in data["points"]}
        fitting = covered is None or (
            isinstance(covered, list) and all(isinstance(c, str) and c in known for c in covered)
        )
        return fitting and is_typed(answer["text"], LONGEST)

    def is_complete(self, data: Data, answer: Answer) -> bool:
        return self.accepts(data, answer) and answer["covered"] is not None

    def mark(self, data: Data, answer: Answer) -> Fraction:
        return Fraction(0)

    def answer_text(self, data: Data, answer: Answer) -> str:
        return answer["text"] if self.accepts(data, answer) else ""

    def review(self, data: Data, answer: Answer) -> tuple[OptionReview, ...]:
        covered = (answer["covered"] or []) if self.accepts(data, answer) else []
        return tuple(
            OptionReview(point["text"], None, point["id"] in covered) for point in data["points"]
        )
