from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused
from courses.exchange.moodle.forms import MoodleForm
from courses.exchange.moodle.questions import Gap, MoodleAnswer, MoodleQuestion
from courses.exchange.plain import RULE
from courses.questions.base import Data
from courses.questions.gap_fill.gaps import pieces, read, write
from courses.questions.written import weight_of


class GapFillForm(MoodleForm):
    """Moodle has one text: the question, and the text with gaps, are parted by a rule in it.

    Where there is no rule, paragraphs before that of the first gap are the question.
    """

    types = ("cloze", "gapselect", "ddwtos", "missingword")

    def read(self, asked: MoodleQuestion) -> Mapping[str, Any]:
        if not asked.gaps:
            raise Refused(_("It has no gap that can be read."))
        if any(one.feedback for gap in asked.gaps for one in gap.answers):
            asked.notes.append(_("What is said to single answers in gaps is left out."))
        _head, first = parted(asked.pieces[0])
        gaps = [gap_data(gap) for gap in asked.gaps]
        numbered = [f"[[{place}]]{text}" for place, text in enumerate(asked.pieces[1:], start=1)]
        data = {
            "text": "".join([first, *numbered]).replace(RULE, "\n").strip(),
            "gaps": [{"id": str(place), **gap} for place, gap in enumerate(gaps, start=1)],
        }
        written = write(data)
        if read(written) != data:
            raise Refused(
                _("One of the signs [[ ]] | ~ % stands where our gaps would take it for their own.")
            )
        return {"text": written}

    def stem(self, asked: MoodleQuestion) -> str:
        return parted(asked.pieces[0])[0] or _("Fill in the gaps.")

    def write(self, stem: str, data: Data) -> MoodleQuestion:
        parts = list(pieces(data))
        by_id = {gap["id"]: gap for gap in data["gaps"]}
        texts = [text for text, _pk in parts]
        return MoodleQuestion(
            type="cloze",
            text=stem,
            pieces=[f"{stem}{RULE}{texts[0]}", *texts[1:]],
            gaps=[moodle_gap(by_id[pk]) for _text, pk in parts if pk],
        )


def parted(before: str) -> tuple[str, str]:
    """The question, and what of the text stands before its first gap."""
    sign = RULE if RULE in before else "\n\n"
    head, found, rest = before.partition(sign) if sign == RULE else before.rpartition(sign)
    return (head.strip(), rest.lstrip()) if found else ("", before)


def gap_data(gap: Gap) -> Data:
    """Of a gap to write in, only what earns something: the rest would make it one to choose in."""
    counting = [one for one in gap.answers if gap.choose or one.weight]
    options = [{"text": one.text, "percent": one.percent, "feedback": ""} for one in counting]
    return {"choose": gap.choose, "options": options}


def moodle_gap(gap: Data) -> Gap:
    answers = [MoodleAnswer(text=one["text"], weight=weight_of(one)) for one in gap["options"]]
    return Gap(choose=gap["choose"], answers=answers)


FORM = GapFillForm()
