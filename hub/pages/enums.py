from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Confidence(TextChoices):
    VERIFIED = "verified", _("Checked against the source")
    GENERAL = "general", _("Not yet checked against the source")


class Significance(TextChoices):
    TYPO = "typo", _("Wording only")
    MINOR = "minor", _("Minor")
    MAJOR = "major", _("Major: practice changes")
