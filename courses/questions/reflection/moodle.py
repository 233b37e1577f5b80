import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused
from courses.exchange.moodle.forms import MoodleForm
from courses.exchange.moodle.questions import MoodleQuestion
from courses.questions.base import Data

BULLET = re.compile(r"(?:[-–•*]|\d{1,2}[.)])\s+")


class ReflectionForm(MoodleForm):
    """What Moodle tells the people who mark an essay is what people compare theirs with here."""

    types = ("essay",)

    def read(self, asked: MoodleQuestion) -> Mapping[str, Any]:
        points = points_of(asked.grader or asked.feedback)
        if not points:
            raise Refused(
                _(
                    "It doesn't say what a good answer has. Write that into its information for "
                    "graders or its general feedback, one point a line."
                )
            )
        return {"points": points}

    def explanation(self, asked: MoodleQuestion) -> str:
        return asked.feedback if asked.grader else ""

    def write(self, stem: str, data: Data) -> MoodleQuestion:
        texts = [point["text"] for point in data["points"]]
        if any("\n" in text for text in texts):
            raise Refused(_("One of its points has several lines."))
        grader = "\n".join(f"- {text}" for text in texts)
        return MoodleQuestion(type="essay", text=stem, grader=grader)


def points_of(text: str) -> list[str]:
    """A line each. A sign before them is no part of them where all have one."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if all(BULLET.match(line) for line in lines):
        lines = [BULLET.sub("", line, count=1) for line in lines]
    return lines


FORM = ReflectionForm()
