from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused
from courses.exchange.moodle.forms import MoodleForm
from courses.exchange.moodle.questions import MoodleAnswer, MoodleQuestion
from courses.questions.base import Data
from courses.questions.weights import WHOLE, from_percent

WORDS = ("True", "False")


class TrueFalseForm(MoodleForm):
    """Both of Moodle's formats name the two answers "true" and "false", in this order."""

    types = ("truefalse",)

    def read(self, asked: MoodleQuestion) -> Mapping[str, Any]:
        by_word = {one.text.casefold(): one for one in asked.answers}
        if set(by_word) != {"true", "false"} or len(asked.answers) != 2:
            raise Refused(_("It lacks one of the answers “true” and “false”."))
        found = [(word, by_word[word.casefold()]) for word in WORDS]
        if sorted(one.weight for _word, one in found) != [0, WHOLE]:
            raise Refused(_("Either “true” or “false” must earn the whole mark."))
        options = [
            {"text": word, "right": one.weight == WHOLE, "feedback": one.feedback}
            for word, one in found
        ]
        return {"options": options}

    def write(self, stem: str, data: Data) -> MoodleQuestion:
        options = data["options"]
        if tuple(option["text"] for option in options) != WORDS:
            raise Refused(_("Moodle's answers are “True” and “False”, in these words and order."))
        if any(from_percent(o["percent"]) != o["right"] for o in options if o.get("percent")):
            raise Refused(
                _("A wrong answer earns part of the mark, which Moodle doesn't know here.")
            )
        answers = [
            MoodleAnswer(text=o["text"], weight=WHOLE * o["right"], feedback=o["feedback"])
            for o in options
        ]
        return MoodleQuestion(type="truefalse", text=stem, answers=answers)


FORM = TrueFalseForm()
