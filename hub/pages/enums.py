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
    """How much is known about whether something works, on one scale for every kind of content.

    Each kind keeps the scale of its sources and says which of these three a value comes to.
    """

    STRONG = "strong", _("Strong evidence")
    SOME = "some", _("Some evidence")
    EARLY = "early", _("Little evidence yet")
