from collections.abc import Mapping
from typing import Any

from courses.exchange.moodle.forms import MoodleForm
from courses.exchange.moodle.questions import MoodleAnswer, MoodleQuestion
from courses.questions.base import Data


class OrderingForm(MoodleForm):
    types = ("ordering",)

    def read(self, asked: MoodleQuestion) -> Mapping[str, Any]:
        return {"items": [one.text for one in asked.answers]}

    def write(self, stem: str, data: Data) -> MoodleQuestion:
        answers = [MoodleAnswer(text=item["text"]) for item in data["items"]]
        return MoodleQuestion(type="ordering", text=stem, answers=answers)


FORM = OrderingForm()
