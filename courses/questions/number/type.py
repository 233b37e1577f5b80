from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import CharBlock, ListBlock, StructBlock, TextBlock

from courses.questions.base import (
    Answer,
    Data,
    OptionReview,
    QuestionType,
    Typed,
    Words,
    text_of,
)
from courses.questions.number.amounts import amount
from courses.questions.number.examples import EXAMPLES
from courses.questions.weights import percent_problem
from courses.questions.written import is_typed, typed_review, weight_of

LONGEST = 60


class AmountBlock(StructBlock):
    value = CharBlock(label=gettext_lazy("Number"), max_length=LONGEST)
    tolerance = CharBlock(
        label=gettext_lazy("May be off by"),
        required=False,
        max_length=LONGEST,
        help_text=gettext_lazy("In both directions. Leave empty for the exact number."),
    )
    percent = CharBlock(
        label=gettext_lazy("Part of the mark, per cent"),
        required=False,
        max_length=10,
        help_text=gettext_lazy("Leave empty for the whole mark."),
    )
    feedback = TextBlock(label=gettext_lazy("What to say to it"), required=False)


class NumberBlock(Words):
    unit = CharBlock(
        label=gettext_lazy("Unit"),
        required=False,
        max_length=30,
        help_text=gettext_lazy("Shown beside the answer, such as: hours."),
    )
    amounts = ListBlock(AmountBlock(), label=gettext_lazy("Numbers that count"), min_num=1)
    low = TextBlock(label=gettext_lazy("What to say to less"), required=False)
    high = TextBlock(label=gettext_lazy("What to say to more"), required=False)


class Number(QuestionType):
    """Data: {"unit", "amounts": [{"value", "tolerance", "percent", "feedback"}], "low", "high"}.

    Answer: the number as it was typed.
    """

    name = "number"
    label = gettext_lazy("A number")
    examples = EXAMPLES

    def editor_block(self) -> StructBlock:
        return NumberBlock(label=self.label)

    def data_from_editor(self, value: Mapping[str, Any]) -> Data:
        names = ("value", "tolerance", "percent", "feedback")
        amounts = [{name: text_of(one, name) for name in names} for one in value["amounts"]]
        words = {name: text_of(value, name) for name in ("unit", "low", "high")}
        return {"amounts": amounts, **words}

    def editor_from_data(self, data: Data) -> dict[str, Any]:
        return dict(data)

    def validate(self, data: Data) -> list[str]:
        problems = []
        for one in data["amounts"]:
            for text in filter(None, (one["value"], one["tolerance"])):
                if amount(text) is None:
                    problems.append(_("“%(text)s” is no number.") % {"text": text})
            if one["percent"]:
                problems.append(percent_problem(one["percent"]))
            if (amount(one["tolerance"]) or 0) < 0:
                problems.append(_("A number can't be off by less than nothing."))
        problems = [problem for problem in problems if problem]
        if not problems and not any(weight_of(one) == 1 for one in data["amounts"]):
            problems.append(_("Write at least one number that earns the whole mark."))
        return problems

    def fields(self, data: Data, seed: str, answer: Answer) -> dict[str, forms.Field]:
        field = forms.CharField(
            max_length=LONGEST,
            initial=answer,
            help_text=escape(data["unit"]),
            widget=forms.TextInput(
                attrs={"inputmode": "decimal", "class": "govuk-input--width-10"}
            ),
            error_messages={"required": _("Write a number")},
        )
        return {"answer": field}

    def problems(self, data: Data, typed: Typed) -> Mapping[str, str]:
        if typed.get("answer") and amount(typed["answer"], data["unit"]) is None:
            return {"answer": _("Write a number in figures, such as 12 or 3.5")}
        return {}

    def answer_from_form(self, data: Data, typed: Typed, before: Answer) -> Answer:
        return typed["answer"]

    def accepts(self, data: Data, answer: Answer) -> bool:
        return is_typed(answer, LONGEST) and amount(answer, data["unit"]) is not None

    def mark(self, data: Data, answer: Answer) -> Fraction:
        found = self.best(data, answer)
        return max(Fraction(0), weight_of(found)) if found else Fraction(0)

    def best(self, data: Data, answer: Answer) -> Data | None:
        """Of the numbers that the answer is near enough to, the one that earns most."""
        given = amount(answer, data["unit"]) if self.accepts(data, answer) else None
        near = [one for one in data["amounts"] if given is not None and within(one, given)]
        return max(near, key=weight_of, default=None)

    def answer_text(self, data: Data, answer: Answer) -> str:
        return with_unit(answer, data["unit"]) if answer else ""

    def review(self, data: Data, answer: Answer) -> tuple[OptionReview, ...]:
        whole = [
            OptionReview(range_text(one, data["unit"]), True, False)
            for one in data["amounts"]
            if weight_of(one) == 1
        ]
        typed = self.answer_text(data, answer)
        said = self.said(data, answer) if answer else ""
        return typed_review(typed, self.mark(data, answer), said, whole)

    def said(self, data: Data, answer: str) -> str:
        found = self.best(data, answer)
        if found:
            return str(found["feedback"])
        given = amount(answer, data["unit"])
        whole = next(one for one in data["amounts"] if weight_of(one) == 1)
        is_low = given is not None and given < exact(whole["value"])
        return str(data["low"] if is_low else data["high"])


def exact(text: str) -> Decimal:
    return amount(text) or Decimal(0)


def within(one: Data, given: Decimal) -> bool:
    return abs(given - exact(one["value"])) <= exact(one["tolerance"])


def with_unit(text: str, unit: str) -> str:
    return text if not unit or unit.casefold() in text.casefold() else f"{text} {unit}"


def range_text(one: Data, unit: str) -> str:
    number = with_unit(one["value"], unit)
    if not exact(one["tolerance"]):
        return number
    return _("%(number)s, give or take %(off)s") % {"number": number, "off": one["tolerance"]}
