"""What came of it: in words, in figures, and how far both can be trusted."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.guidance.enums import EvidenceLevel
from hub.sharing.forms.answering import AnswerForm, line, number, passage

FEWEST = 5
FIGURES = ("counted", "out_of", "of_whom", "results_period")


class ResultsForm(AnswerForm):
    results = passage(
        _("What changed?"),
        _("Say what changed. If nothing did, that helps others too."),
        hint=_("In words. The figures are asked on the next page."),
    )


class FiguresForm(AnswerForm):
    """All four or none: a count without its denominator and period tells nobody anything."""

    counted = number(
        _("How many?"),
        _(
            "The figure that says most, such as 34. Leave all four empty if you have none. If it "
            "is fewer than five people, leave it out: they could be recognised."
        ),
    )
    out_of = number(_("Out of how many?"), _("All of those it could have been, such as 52."))
    of_whom = line(
        _("Of whom or of what?"), most=150, hint=_("Such as: children who were referred.")
    )
    results_period = line(
        _("Over what time?"), hint=_("Such as: April 2024 to March 2025, or twelve months before.")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if any(cleaned.get(name) not in (None, "") for name in FIGURES):
            self.ask_for_the_others(cleaned)
        counted, out_of = cleaned.get("counted"), cleaned.get("out_of")
        if counted and counted < FEWEST:
            self.add_error("counted", _now("Leave it out: so few people could be recognised."))
        if out_of == 0:
            self.add_error("out_of", _now("Enter a number above nought."))
        elif counted is not None and out_of is not None and counted > out_of:
            words = {"counted": counted, "out_of": out_of}
            self.add_error(
                "counted",
                _now("%(counted)d is more than the %(out_of)d it is out of. Check both.") % words,
            )
        return cleaned

    def ask_for_the_others(self, cleaned: dict[str, Any]) -> None:
        missing = {
            "counted": _now("Say how many, or leave all four empty."),
            "out_of": _now("Say out of how many: without it nobody can judge the figure."),
            "of_whom": _now("Say of whom or of what."),
            "results_period": _now("Say over what time."),
        }
        for name, words in missing.items():
            if cleaned.get(name) in (None, "") and name not in self.errors:
                self.add_error(name, words)


def level_in_words(level: EvidenceLevel) -> str:
    """The level, what it means, and what would lift it, for the label of its choice."""
    lifted = _now("To go further: %(what)s") % {"what": level.lifted_by} if level.lifted_by else ""
    return format_html(
        '<strong>{}</strong><br>{} <span class="cg-muted">{}</span>',
        level.label,
        level.meaning,
        lifted,
    )


def level_choices() -> list[tuple[int, str]]:
    return [(level.value, level_in_words(level)) for level in EvidenceLevel]


class EvidenceForm(AnswerForm):
    evidence_level = forms.TypedChoiceField(
        label=_("How do you know that it worked?"),
        coerce=int,
        empty_value=None,
        choices=level_choices,
        widget=forms.RadioSelect,
        help_text=_("How far the results can be trusted. When in doubt, choose the lower one."),
        error_messages={"required": _("Choose how you know that it worked.")},
    )


class DidNotWorkForm(AnswerForm):
    what_did_not_work = passage(
        _("What didn't work?"),
        _("Say what didn't work, or what you would do differently."),
        hint=_("What others will want to know first. An example without it is half told."),
    )
