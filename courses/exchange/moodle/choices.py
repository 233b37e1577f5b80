"""Questions with one right answer or several, in Moodle's terms."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused
from courses.exchange.moodle.forms import MoodleForm
from courses.exchange.moodle.questions import MoodleAnswer, MoodleQuestion
from courses.questions.base import Data
from courses.questions.choices import ChoiceType
from courses.questions.weights import WHOLE, to_percent


class ChoiceForm(MoodleForm):
    """Moodle says of each answer what it earns, and not whether it is right: what earns is."""

    types = ("multichoice",)
    kind: ClassVar[ChoiceType]

    def takes(self, asked: MoodleQuestion) -> bool:
        return super().takes(asked) and asked.single is self.kind.one_answer

    def read(self, asked: MoodleQuestion) -> Mapping[str, Any]:
        options: list[dict[str, Any]] = [
            {"text": one.text, "right": self.is_right(one.weight), "feedback": one.feedback}
            for one in asked.answers
        ]
        self.check(asked, sum(option["right"] for option in options))
        drafted = self.kind.data_from_editor({"options": options})
        usual = self.kind.weights(drafted)
        for option, known, one in zip(options, drafted["options"], asked.answers, strict=True):
            if one.weight != usual[known["id"]]:
                option["percent"] = to_percent(one.weight)
        return {"options": options}

    def check(self, asked: MoodleQuestion, right: int) -> None:
        if right == 0 and self.kind.one_answer:
            raise Refused(_("None of its answers earns the whole mark."))
        if right > 1 and self.kind.one_answer:
            raise Refused(_("Two answers earn the whole mark, but only one may be chosen."))
        if right and not self.kind.one_answer and all(one.weight >= 0 for one in asked.answers):
            asked.notes.append(_("No answer takes anything away: ticking all earns everything."))

    def is_right(self, weight: Fraction) -> bool:
        return weight == WHOLE if self.kind.one_answer else weight > 0

    def write(self, stem: str, data: Data) -> MoodleQuestion:
        weights = self.kind.weights(data)
        if any(self.is_right(weights[o["id"]]) is not o["right"] for o in data["options"]):
            raise Refused(_("Moodle would take one of its answers for right, or for wrong."))
        answers = [
            MoodleAnswer(text=o["text"], weight=weights[o["id"]], feedback=o["feedback"])
            for o in data["options"]
        ]
        single = self.kind.one_answer
        return MoodleQuestion(type="multichoice", text=stem, answers=answers, single=single)
