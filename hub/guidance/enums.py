from django.db.models import IntegerChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hub.pages.enums import Evidence


class EvidenceLevel(IntegerChoices):
    """How much a practice example proves, from least to most."""

    DESCRIBED = 1, _("Described only")
    MONITORED = 2, _("Monitoring figures or feedback")
    BEFORE_AFTER = 3, _("Before and after, or a process evaluation")
    COMPARISON = 4, _("Measured against a comparison group")
    STRONG = 5, _("Strong comparison or trial")

    @property
    def evidence(self) -> Evidence:
        """What it comes to beside other kinds: a comparison is needed to say that it works."""
        if self >= EvidenceLevel.COMPARISON:
            return Evidence.STRONG
        return Evidence.SOME if self == EvidenceLevel.BEFORE_AFTER else Evidence.EARLY

    @property
    def meaning(self) -> str | Promise:
        """What a place can say that has come this far."""
        return MEANINGS[self]

    @property
    def lifted_by(self) -> str | Promise:
        """What it would take to reach the next level; empty at the top."""
        return LIFTED_BY.get(self, "")


MEANINGS: dict[EvidenceLevel, str | Promise] = {
    EvidenceLevel.DESCRIBED: _("You say what you did, and nothing has been counted."),
    EvidenceLevel.MONITORED: _("You counted what happened, or asked the people it was for."),
    EvidenceLevel.BEFORE_AFTER: _(
        "You measured the same thing before and after, or somebody studied how it was done."
    ),
    EvidenceLevel.COMPARISON: _(
        "You measured it beside similar people or places that went without."
    ),
    EvidenceLevel.STRONG: _(
        "Chance, or matching that an independent evaluator stands behind, decided who got it."
    ),
}
LIFTED_BY: dict[EvidenceLevel, str | Promise] = {
    EvidenceLevel.DESCRIBED: _("count what happens, or ask for feedback."),
    EvidenceLevel.MONITORED: _("measure the same thing before you start and after."),
    EvidenceLevel.BEFORE_AFTER: _("compare with similar people or places that went without."),
    EvidenceLevel.COMPARISON: _("let chance decide who gets it first, with an evaluator."),
}
