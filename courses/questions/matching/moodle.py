from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from courses.exchange.moodle.forms import MoodleForm
from courses.exchange.moodle.questions import MoodleAnswer, MoodleQuestion
from courses.questions.base import Data
from courses.questions.rows import text_by_id


class MatchingForm(MoodleForm):
    """An answer without anything on its left belongs to none."""

    types = ("matching", "match", "ddmatch")

    def read(self, asked: MoodleQuestion) -> Mapping[str, Any]:
        pairs = [
            {"left": one.text, "right": one.match, "feedback": ""}
            for one in asked.answers
            if one.text
        ]
        return {"pairs": pairs, "extra": [one.match for one in asked.answers if not one.text]}

    def write(self, stem: str, data: Data) -> MoodleQuestion:
        texts = text_by_id(data["answers"])
        used = {pair["right"] for pair in data["pairs"]}
        answers = [MoodleAnswer(text=p["text"], match=texts[p["right"]]) for p in data["pairs"]]
        answers += [MoodleAnswer(text="", match=texts[pk]) for pk in texts if pk not in used]
        asked = MoodleQuestion(type="matching", text=stem, answers=answers)
        if any(pair["feedback"] for pair in data["pairs"]):
            asked.notes.append(_("Why things belong together stays behind."))
        return asked


FORM = MatchingForm()
