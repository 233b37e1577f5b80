from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Confidence(TextChoices):
    VERIFIED = "verified", _("Checked against the source")
    GENERAL = "general", _("Not yet checked against the source")


class Significance(TextChoices):
    TYPO = "typo", _("Wording only")
    MINOR = "minor", _("Minor")
    MAJOR = "major", _("Major: practice changes")


class Evidence(TextChoices):
    """How much is known about whether something works, on one scale for every kind of content."""

    STRONG = "strong", _("Tested against a comparison")
    SOME = "some", _("Measured before and after")
    EARLY = "early", _("Described or monitored only")
