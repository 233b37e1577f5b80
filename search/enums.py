from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Facet(TextChoices):
    """What results can be narrowed by; the value is the name in the address."""

    KIND = "kind", _("Kind")
    THEME = "theme", _("Theme")
    AUDIENCE = "audience", _("Who it is for")
    NATION = "nation", _("Nation")
