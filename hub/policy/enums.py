from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PolicyStatus(TextChoices):
    CURRENT = "current", _("Current")
    CHECK_EDITION = "check_edition", _("Check for a newer edition")
    SUPERSEDED = "superseded", _("Superseded")
    HISTORIC = "historic", _("Historic")
