from django.db.models import IntegerChoices
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
