from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from courses.exchange.moodle.forms import MoodleForm
from courses.exchange.moodle.questions import MoodleAnswer, MoodleQuestion
from courses.questions.base import Data
from courses.questions.weights import WHOLE
from courses.questions.written import weight_of

ANYTHING = "*"


class ShortTextForm(MoodleForm):
    """An answer * at the end that earns nothing says what to say to anything else."""

    types = ("shortanswer",)

    def read(self, asked: MoodleQuestion) -> Mapping[str, Any]:
        answers, other = list(asked.answers), ""
        if answers and answers[-1].text == ANYTHING and not answers[-1].weight:
            other = answers.pop().feedback
        if earlier_hides_better(answers):
            asked.notes.append(_("Moodle takes the first answer that fits; here the best counts."))
        accepted = [
            {"text": one.text, "percent": one.percent, "feedback": one.feedback} for one in answers
        ]
        return {"accepted": accepted, "other": other}

    def write(self, stem: str, data: Data) -> MoodleQuestion:
        answers = [
            MoodleAnswer(text=one["text"], weight=weight_of(one), feedback=one["feedback"])
            for one in data["accepted"]
        ]
        if data["other"]:
            answers.append(MoodleAnswer(text=ANYTHING, weight=WHOLE * 0, feedback=data["other"]))
        asked = MoodleQuestion(type="shortanswer", text=stem, answers=answers)
        if earlier_hides_better(answers):
            asked.notes.append(_("Moodle takes the first answer that fits; here the best counts."))
        return asked


def earlier_hides_better(answers: Sequence[MoodleAnswer]) -> bool:
    """Whether one with a * may fit what a later one gives more for."""
    return any(
        ANYTHING in one.text and any(later.weight > one.weight for later in answers[place + 1 :])
        for place, one in enumerate(answers)
    )


FORM = ShortTextForm()
