"""How a type of ours stands in Moodle's terms. Each says so in the `moodle.py` of its folder."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from courses.enums import Difficulty
from courses.exchange.drafts import Draft, Refused, check_answers, cleaned_tags
from courses.exchange.moodle.questions import MoodleQuestion
from courses.exchange.moodle.unknown import why_unknown
from courses.questions.base import Data
from courses.questions.registry import companions, question_type


class MoodleForm(ABC):
    """`read` gives what an editor would have written, `write` the other way round.

    Both raise Refused where a question of this type can't be said in the other's terms.
    """

    types: ClassVar[tuple[str, ...]]

    def takes(self, asked: MoodleQuestion) -> bool:
        """Whether such a question becomes one of this type. Of no question two types say so."""
        return asked.type in self.types

    @abstractmethod
    def read(self, asked: MoodleQuestion) -> Mapping[str, Any]: ...

    def stem(self, asked: MoodleQuestion) -> str:
        return asked.stem

    def explanation(self, asked: MoodleQuestion) -> str:
        return asked.feedback

    @abstractmethod
    def write(self, stem: str, data: Data) -> MoodleQuestion: ...


@cache
def moodle_forms() -> dict[str, MoodleForm]:
    """By the name of our type."""
    return {name: module.FORM for name, module in companions("moodle").items()}


def draft_of(asked: MoodleQuestion) -> Draft:
    """Raises Refused with the reason why none of our types can ask it."""
    taking = [(name, form) for name, form in moodle_forms().items() if form.takes(asked)]
    if not taking:
        raise Refused(why_unknown(asked.type))
    lists = [asked.answers, asked.gaps, *(gap.answers for gap in asked.gaps)]
    check_answers(max(map(len, lists)))
    kind, form = taking[0]
    written = form.read(asked)
    if len(asked.hints) > 1:
        asked.notes.append(_("Its hints are put together into one."))
    return Draft(
        kind=kind,
        stem=form.stem(asked),
        written=written,
        explanation=form.explanation(asked),
        hint="\n\n".join(asked.hints),
        tags=cleaned_tags(asked.tags),
    )


def asked_of(draft: Draft) -> MoodleQuestion:
    """The question in Moodle's terms; its notes say what stays behind. Raises Refused."""
    form = moodle_forms().get(draft.kind)
    if form is None:
        raise Refused(_("Moodle has no such type of question."))
    asked = form.write(draft.stem, question_type(draft.kind).data_from_editor(draft.written))
    asked.feedback = draft.explanation
    asked.hints = [draft.hint] if draft.hint else []
    asked.tags = draft.tags
    if draft.must_pass or draft.outcome or draft.difficulty != Difficulty.USUAL:
        asked.notes.append(_("Difficulty, outcome and what must be right stay behind."))
    return asked
