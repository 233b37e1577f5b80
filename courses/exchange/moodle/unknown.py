"""Moodle's types that become none of ours, and why."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

COMPUTES = gettext_lazy("It makes up new numbers each time; our questions stay as they are.")
PICTURE = gettext_lazy("It is answered on a picture, which our questions don't have.")
PROGRAM = gettext_lazy("A program on Moodle's side marks it.")
DRAWN = gettext_lazy("It stands for other questions that are drawn by chance; a quiz of ours does.")

REASONS: dict[str, str | Promise] = {
    "calculated": COMPUTES,
    "calculatedsimple": COMPUTES,
    "calculatedmulti": COMPUTES,
    "formulas": COMPUTES,
    "varnumeric": COMPUTES,
    "varnumericset": COMPUTES,
    "varnumunit": COMPUTES,
    "ddimageortext": PICTURE,
    "ddmarker": PICTURE,
    "drawlines": PICTURE,
    "coderunner": PROGRAM,
    "opaque": PROGRAM,
    "stack": PROGRAM,
    "pmatch": PROGRAM,
    "regexp": PROGRAM,
    "random": DRAWN,
    "randomsamatch": DRAWN,
    "description": gettext_lazy("It is a text without a question."),
    "missingtype": gettext_lazy("Moodle itself didn't know its type any more."),
}


def why_unknown(kind: str) -> str:
    reason = REASONS.get(kind)
    return str(reason) if reason else _("We have no type like “%(kind)s”.") % {"kind": kind[:40]}
