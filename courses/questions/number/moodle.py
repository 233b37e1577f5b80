from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused
from courses.exchange.moodle.forms import MoodleForm
from courses.exchange.moodle.questions import MoodleAnswer, MoodleQuestion
from courses.questions.base import Data
from courses.questions.number.amounts import MOST_DIGITS
from courses.questions.number.type import exact
from courses.questions.weights import WHOLE
from courses.questions.written import weight_of

ANYTHING = "*"


class NumberForm(MoodleForm):
    """Moodle writes numbers with a point, or with an exponent; * stands for any other."""

    types = ("numerical",)

    def read(self, asked: MoodleQuestion) -> Mapping[str, Any]:
        numbers = [one for one in asked.answers if one.text != ANYTHING]
        others = [one for one in asked.answers if one.text == ANYTHING]
        if any(one.weight for one in others):
            raise Refused(_("Any number at all earns a mark in it."))
        said = others[0].feedback if others else ""
        amounts = [
            {
                "value": figures(one.text),
                "tolerance": "" if figures(one.tolerance or "0") == "0" else figures(one.tolerance),
                "percent": one.percent,
                "feedback": one.feedback,
            }
            for one in numbers
        ]
        return {"amounts": amounts, "unit": unit_of(asked), "low": said, "high": said}

    def write(self, stem: str, data: Data) -> MoodleQuestion:
        answers = [
            MoodleAnswer(
                text=figures(str(exact(one["value"]))),
                tolerance=figures(str(exact(one["tolerance"]))),
                weight=weight_of(one),
                feedback=one["feedback"],
            )
            for one in data["amounts"]
        ]
        said = data["low"] if data["low"] == data["high"] else ""
        if said:
            answers.append(MoodleAnswer(text=ANYTHING, weight=WHOLE * 0, feedback=said))
        asked = MoodleQuestion(type="numerical", text=stem, answers=answers)
        asked.units = [(data["unit"], "1")] if data["unit"] else []
        if data["low"] != data["high"]:
            asked.notes.append(_("What is said to less and to more stays behind."))
        return asked


def unit_of(asked: MoodleQuestion) -> str:
    if len(asked.units) > 1:
        raise Refused(_("It takes several units; our questions have one."))
    for name, multiplier in asked.units:
        if figures(multiplier or "1") != "1":
            raise Refused(_("Its unit changes the number."))
        return name
    return ""


def figures(text: str) -> str:
    """1.50e2 is 150. Raises Refused for what is no number, or too long a one."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise Refused(_("“%(text)s” is no number.") % {"text": text[:40]})
    if abs(number.adjusted()) > MOST_DIGITS or len(number.as_tuple().digits) > MOST_DIGITS:
        raise Refused(_("“%(text)s” has too many figures.") % {"text": text[:40]})
    written = f"{number:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written in {"-0", ""} else written


FORM = NumberForm()
