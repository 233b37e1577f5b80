"""What the types share in which people write an answer that is compared."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import CharBlock, StructBlock, TextBlock

from courses.questions.base import Data, OptionReview, repeated, text_of
from courses.questions.weights import from_percent, percent_problem

LONGEST = 200
# An editor's * stands for anything, \* for the sign itself.
ANYTHING = re.compile(r"\\\*|\*|[^\\*]+|\\")


class AcceptedBlock(StructBlock):
    text = CharBlock(
        label=gettext_lazy("Answer"),
        max_length=LONGEST,
        help_text=gettext_lazy("Capitals and spaces don't matter. A * stands for any letters."),
    )
    percent = CharBlock(
        label=gettext_lazy("Part of the mark, per cent"),
        required=False,
        max_length=10,
        help_text=gettext_lazy("Leave empty for the whole mark; 0 for a usual mistake."),
    )
    feedback = TextBlock(label=gettext_lazy("What to say to it"), required=False)


def accepted_of(value: Mapping[str, Any]) -> Data:
    names = ("text", "percent", "feedback")
    return {name: text_of(value, name) for name in names}


def weight_of(accepted: Data) -> Fraction:
    return from_percent(accepted["percent"] or "100")


def accepted_problems(accepted: Sequence[Data]) -> list[str]:
    problems = [percent_problem(one["percent"]) for one in accepted if one["percent"]]
    problems = [problem for problem in problems if problem]
    if not problems and not any(weight_of(one) == 1 for one in accepted):
        problems.append(_("Write at least one answer that earns the whole mark."))
    return problems + repeated([plain(one["text"]) for one in accepted])


def plain(text: str) -> str:
    """What is compared: one case, one kind of space and of apostrophe."""
    flat = unicodedata.normalize("NFKC", text).replace("’", "'")
    return " ".join(flat.split()).casefold()


def fits(accepted: str, typed: str) -> bool:
    parts = (
        ".*" if part == "*" else re.escape("*" if part == r"\*" else part)
        for part in ANYTHING.findall(plain(accepted))
    )
    return re.fullmatch("".join(parts), plain(typed), re.DOTALL) is not None


def best_fit(accepted: Sequence[Data], typed: str) -> Data | None:
    """The one that earns most among those that fit; the editor's order settles the rest."""
    fitting = [one for one in accepted if fits(one["text"], typed)]
    return max(fitting, key=weight_of, default=None)


def typed_review(
    typed: str, marks: Fraction, said: str, whole: Sequence[OptionReview]
) -> tuple[OptionReview, ...]:
    """What was typed, if anything, and what earns the whole mark where that didn't.

    What earns a part is called neither right nor wrong.
    """
    right = None if 0 < marks < 1 else marks == 1
    own = (OptionReview(typed, right, True, said),) if typed else ()
    return own if marks == 1 else (*own, *whole)


def is_typed(answer: object, longest: int = LONGEST) -> bool:
    return isinstance(answer, str) and bool(answer.strip()) and len(answer) <= longest
