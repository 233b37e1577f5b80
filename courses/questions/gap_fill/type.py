from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import StructBlock, TextBlock

from courses.questions.base import (
    Answer,
    Data,
    OptionReview,
    QuestionType,
    Typed,
    Words,
    mixed,
    text_of,
    things_of,
)
from courses.questions.gap_fill.examples import EXAMPLES
from courses.questions.gap_fill.gaps import pieces, read, write
from courses.questions.written import LONGEST, accepted_problems, best_fit, is_typed, weight_of

PREFIX = "answer-"


class GapFillBlock(Words):
    text = TextBlock(
        label=gettext_lazy("Text with gaps"),
        rows=4,
        help_text=gettext_lazy(
            "Put what belongs in a gap in double brackets: Ring [[999]]. A bar parts answers that "
            "all count: [[social care|children's services]]. Where people shall choose, mark wrong "
            "ones with ~: [[now|~next week]]."
        ),
    )


class GapFill(QuestionType):
    """Data: {"text", "gaps": [{"id", "choose", "options": [{"text", "percent", "feedback"}]}]}.

    Answer: {gap id: text}, for all gaps.
    """

    name = "gap_fill"
    label = gettext_lazy("Fill in the gaps")
    in_own_words = True
    examples = EXAMPLES

    def editor_block(self) -> StructBlock:
        return GapFillBlock(label=self.label)

    def data_from_editor(self, value: Mapping[str, Any]) -> Data:
        return read(text_of(value, "text"))

    def editor_from_data(self, data: Data) -> dict[str, Any]:
        return {"text": write(data)}

    def validate(self, data: Data) -> list[str]:
        if not data["gaps"]:
            return [_("Put at least one gap in double brackets, such as [[999]].")]
        return [
            _("Gap %(n)s: %(problem)s") % {"n": gap["id"], "problem": problem}
            for gap in data["gaps"]
            for problem in accepted_problems(gap["options"])
        ]

    def fields(self, data: Data, seed: str, answer: Answer) -> dict[str, forms.Field]:
        made: dict[str, forms.Field] = {}
        for gap in data["gaps"]:
            asked = {"n": gap["id"]}
            common: dict[str, Any] = {
                "label": _("Gap %(n)s") % asked,
                "initial": (answer or {}).get(gap["id"]),
                "error_messages": {"required": _("Fill in gap %(n)s") % asked},
            }
            made[PREFIX + gap["id"]] = (
                forms.ChoiceField(choices=choices(gap, seed), **common)
                if gap["choose"]
                else forms.CharField(max_length=LONGEST, **common)
            )
        return made

    def layout(self, data: Data) -> Sequence[tuple[str, str]]:
        return [(text, PREFIX + pk if pk else "") for text, pk in pieces(data)]

    def answer_from_form(self, data: Data, typed: Typed, before: Answer) -> Answer:
        return {gap["id"]: typed[PREFIX + gap["id"]] for gap in data["gaps"]}

    def accepts(self, data: Data, answer: Answer) -> bool:
        if not isinstance(answer, dict) or set(answer) != {gap["id"] for gap in data["gaps"]}:
            return False
        return all(takes(gap, answer[gap["id"]]) for gap in data["gaps"])

    def mark(self, data: Data, answer: Answer) -> Fraction:
        """Each gap counts the same."""
        if not self.accepts(data, answer):
            return Fraction(0)
        earned = [earned_in(gap, answer[gap["id"]]) for gap in data["gaps"]]
        return sum(earned, Fraction(0)) / len(earned)

    def answer_text(self, data: Data, answer: Answer) -> str:
        if not self.accepts(data, answer):
            return ""
        return "".join(text + (answer[pk] if pk else "") for text, pk in pieces(data))

    def review(self, data: Data, answer: Answer) -> tuple[OptionReview, ...]:
        lines, given = [], answer if self.accepts(data, answer) else {}
        for gap in data["gaps"]:
            told = {"n": gap["id"]}
            typed = given.get(gap["id"])
            right = typed is not None and earned_in(gap, typed) == 1
            if typed is not None and not right:
                text = _("Gap %(n)s: %(text)s") % {**told, "text": typed}
                lines.append(OptionReview(text, False, True))
            whole = " / ".join(one["text"] for one in gap["options"] if weight_of(one) == 1)
            text = _("Gap %(n)s: %(text)s") % {**told, "text": whole}
            lines.append(OptionReview(text, True, right))
        return tuple(lines)


def choices(gap: Data, seed: str) -> list[tuple[str, str]]:
    """In an order that gives nothing away, mixed or not."""
    texts = sorted((option["text"] for option in gap["options"]), key=str.casefold)
    things = mixed(things_of(texts), seed)
    return [("", _("Choose")), *((one["text"], one["text"]) for one in things)]


def takes(gap: Data, typed: object) -> bool:
    if gap["choose"]:
        return any(option["text"] == typed for option in gap["options"])
    return is_typed(typed)


def earned_in(gap: Data, typed: str) -> Fraction:
    found = best_fit(gap["options"], typed)
    return weight_of(found) if found else Fraction(0)
