"""What the types with a list of options share."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import BooleanBlock, CharBlock, ListBlock, StructBlock, TextBlock

from courses.questions.base import (
    Answer,
    Data,
    OptionReview,
    QuestionType,
    Typed,
    Words,
    mixed,
    text_of,
    thing_id,
    twice,
)
from courses.questions.weights import from_percent, percent_problem, to_percent


class OptionBlock(StructBlock):
    text = CharBlock(label=gettext_lazy("Answer"), max_length=300)
    right = BooleanBlock(label=gettext_lazy("This is right"), required=False)
    feedback = TextBlock(
        label=gettext_lazy("Why it is right or wrong"),
        required=False,
        help_text=gettext_lazy("Shown beside this answer with the result."),
    )
    percent = CharBlock(
        label=gettext_lazy("Part of the mark, per cent"),
        required=False,
        max_length=10,
        help_text=gettext_lazy("Leave empty: then right answers share the mark equally."),
    )

    class Meta:
        label_format = "{text}"


class ChoiceBlock(Words):
    options = ListBlock(OptionBlock(), label=gettext_lazy("Answers"), min_num=2)


class ChoiceType(QuestionType):
    """Data: {"options": [{"id", "text", "right", "feedback", "percent"}]}.

    Answer: a sorted list of ids.
    """

    hint: ClassVar[str | Promise] = ""
    mixes_options: ClassVar[bool] = True
    one_answer: ClassVar[bool] = True

    def editor_block(self) -> StructBlock:
        return ChoiceBlock(label=self.label)

    def data_from_editor(self, value: Mapping[str, Any]) -> Data:
        return {"options": [option_of(option) for option in value["options"]]}

    def editor_from_data(self, data: Data) -> dict[str, Any]:
        names = ("text", "right", "feedback", "percent")
        return {"options": [{name: o.get(name, "") for name in names} for o in data["options"]]}

    def validate(self, data: Data) -> list[str]:
        options = data["options"]
        right = sum(option["right"] for option in options)
        problems = [percent_problem(o["percent"]) for o in options if o.get("percent")]
        if len(options) < 2:
            problems.append(_("Write at least two answers."))
        if twice([option["text"] for option in options]):
            problems.append(_("Two answers have the same words."))
        if self.one_answer and right != 1:
            problems.append(_("Mark one answer as right."))
        if not self.one_answer and right == 0:
            problems.append(_("Mark at least one answer as right."))
        return [problem for problem in problems if problem] or self.weight_problems(data)

    def weight_problems(self, data: Data) -> list[str]:
        right = right_ids(data)
        whole = sum((w for pk, w in self.weights(data).items() if pk in right), Fraction(0))
        if whole != 1:
            wanted = _("The right answers come to %(sum)s per cent instead of 100.")
            return [wanted % {"sum": to_percent(whole)}]
        return []

    def weights(self, data: Data) -> dict[str, Fraction]:
        """By option. Right ones share the mark; a wrong one takes as much away as a right one."""
        share = Fraction(1, max(len(right_ids(data)), 1))
        usual = {True: share, False: Fraction(0) if self.one_answer else -share}
        return {
            o["id"]: from_percent(o["percent"]) if o.get("percent") else usual[o["right"]]
            for o in data["options"]
        }

    def fields(self, data: Data, seed: str, answer: Answer) -> dict[str, forms.Field]:
        options = mixed(data["options"], seed if self.mixes_options else "")
        messages = {
            "required": _("Choose an answer"),
            "invalid_choice": _("Choose from the answers to this question"),
        }
        field = forms.ChoiceField if self.one_answer else forms.MultipleChoiceField
        widget = forms.RadioSelect if self.one_answer else forms.CheckboxSelectMultiple
        return {
            "answer": field(
                choices=[(option["id"], option["text"]) for option in options],
                widget=widget,
                help_text=str(self.hint),
                error_messages=messages,
                initial=answer[0] if answer and self.one_answer else answer,
            )
        }

    def answer_from_form(self, data: Data, typed: Typed, before: Answer) -> Answer:
        chosen = typed["answer"]
        return sorted({chosen} if isinstance(chosen, str) else set(chosen)) or None

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
        weights = self.weights(data)
        return max(Fraction(0), min(Fraction(1), sum((weights[pk] for pk in answer), Fraction(0))))

    def answer_text(self, data: Data, answer: Answer) -> str:
        return "; ".join(o["text"] for o in data["options"] if o["id"] in (answer or ()))

    def offered(self, data: Data) -> list[tuple[str, str, bool]]:
        return [(o["id"], o["text"], o["right"]) for o in data["options"]]

    def without_feedback(self, data: Data) -> list[str]:
        return [o["text"] for o in data["options"] if not o["right"] and not o["feedback"]]

    def review(self, data: Data, answer: Answer) -> tuple[OptionReview, ...]:
        return tuple(
            OptionReview(o["text"], o["right"], o["id"] in (answer or ()), o["feedback"])
            for o in data["options"]
        )


def option_of(value: Mapping[str, Any]) -> Data:
    text = text_of(value, "text")
    option: Data = {
        "id": thing_id(text),
        "text": text,
        "right": bool(value.get("right")),
        "feedback": text_of(value, "feedback"),
    }
    percent = text_of(value, "percent")
    return option | {"percent": percent} if percent else option


def right_ids(data: Data) -> set[str]:
    return {option["id"] for option in data["options"] if option["right"]}
