"""What the types with a list of options share."""

import hashlib
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import BooleanBlock, CharBlock, ListBlock, StructBlock, TextBlock

from courses.questions.base import Answer, Data, OptionReview, QuestionType


class OptionBlock(StructBlock):
    text = CharBlock(label=gettext_lazy("Answer"), max_length=300)
    right = BooleanBlock(label=gettext_lazy("This is right"), required=False)
    feedback = TextBlock(
        label=gettext_lazy("Why it is right or wrong"),
        required=False,
        help_text=gettext_lazy("Shown beside this answer with the result."),
    )


class ChoiceBlock(StructBlock):
    stem = TextBlock(
        label=gettext_lazy("Question"),
        rows=3,
        help_text=gettext_lazy(
            "A moment at work, then what to decide. No trick, no double negative."
        ),
    )
    options = ListBlock(OptionBlock(), label=gettext_lazy("Answers"), min_num=2)
    explanation = TextBlock(
        label=gettext_lazy("Explanation"),
        required=False,
        help_text=gettext_lazy("Shown to everybody with the result: what makes the answer right."),
    )


def option_id(text: str) -> str:
    """An id that stays with the words and says nothing of their place or rightness."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def mixed(options: Iterable[Data], seed: str) -> list[Data]:
    """The same order for the same seed on every machine; the editor's order for none."""
    if not seed:
        return list(options)
    return sorted(
        options, key=lambda option: hashlib.sha256(f"{seed}:{option['id']}".encode()).digest()
    )


class ChoiceType(QuestionType):
    """Data: {"options": [{"id", "text", "right", "feedback"}]}. Answer: a sorted list of ids."""

    hint: ClassVar[str | Promise] = ""
    mixes_options: ClassVar[bool] = True
    one_answer: ClassVar[bool] = True

    def editor_block(self) -> StructBlock:
        return ChoiceBlock(label=self.label)

    def data_from_editor(self, value: Mapping[str, Any]) -> Data:
        return {
            "options": [
                {
                    "id": option_id(option["text"].strip()),
                    "text": option["text"].strip(),
                    "right": bool(option.get("right")),
                    "feedback": (option.get("feedback") or "").strip(),
                }
                for option in value["options"]
            ]
        }

    def editor_from_data(self, data: Data) -> dict[str, Any]:
        return {
            "options": [
                {"text": o["text"], "right": o["right"], "feedback": o["feedback"]}
                for o in data["options"]
            ]
        }

    def validate(self, data: Data) -> list[str]:
        options = data["options"]
        right = sum(option["right"] for option in options)
        problems = []
        if len(options) < 2:
            problems.append(_("Write at least two answers."))
        if len({option["id"] for option in options}) < len(options):
            problems.append(_("Two answers have the same words."))
        if self.one_answer and right != 1:
            problems.append(_("Mark one answer as right."))
        if not self.one_answer and right == 0:
            problems.append(_("Mark at least one answer as right."))
        return problems

    def form_field(self, data: Data, seed: str) -> forms.Field:
        options = mixed(data["options"], seed if self.mixes_options else "")
        return self.field_class(
            choices=[(option["id"], option["text"]) for option in options],
            widget=self.widget,
            help_text=str(self.hint),
            error_messages={
                "required": _("Choose an answer, or skip this question for now"),
                "invalid_choice": _("Choose from the answers to this question"),
            },
        )

    @property
    def field_class(self) -> type[forms.ChoiceField]:
        return forms.ChoiceField if self.one_answer else forms.MultipleChoiceField

    @property
    def widget(self) -> type[forms.Widget]:
        return forms.RadioSelect if self.one_answer else forms.CheckboxSelectMultiple

    def answer_from_form(self, value: str | list[str]) -> Answer:
        chosen = [value] if isinstance(value, str) else value
        return sorted({item for item in chosen if item}) or None

    def form_from_answer(self, answer: Answer) -> Any:
        if not answer:
            return None
        return answer[0] if self.one_answer else answer

    def accepts(self, data: Data, answer: Answer) -> bool:
        if not isinstance(answer, list) or not answer:
            return False
        known = {option["id"] for option in data["options"]}
        fits = all(isinstance(item, str) and item in known for item in answer)
        return (
            fits and len(set(answer)) == len(answer) and (len(answer) == 1 or not self.one_answer)
        )

    def mark(self, data: Data, answer: Answer) -> Fraction:
        if not self.accepts(data, answer):
            return Fraction(0)
        return self.share(right_ids(data), set(answer))

    def share(self, right: set[str], chosen: set[str]) -> Fraction:
        return Fraction(int(chosen == right))

    def answer_text(self, data: Data, answer: Answer) -> str:
        return "; ".join(o["text"] for o in data["options"] if o["id"] in (answer or ()))

    def review(self, data: Data, answer: Answer) -> tuple[OptionReview, ...]:
        return tuple(
            OptionReview(o["text"], o["right"], o["id"] in (answer or ()), o["feedback"])
            for o in data["options"]
        )


def right_ids(data: Data) -> set[str]:
    return {option["id"] for option in data["options"] if option["right"]}
