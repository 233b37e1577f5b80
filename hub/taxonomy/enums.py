from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AreaKind(TextChoices):
    POLICE_FORCE = "police_force", _("Police force area")
    PARTNERSHIP = "partnership", _("Community safety partnership")
