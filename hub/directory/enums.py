from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Side(TextChoices):
    """The two leads that each area should have; a value is the slug of their agency type."""

    POLICE = "police", _("Police lead")
    COMMUNITY_SAFETY = "community-safety", _("Community safety lead")
