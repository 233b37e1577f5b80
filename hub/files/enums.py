from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Problem(TextChoices):
    """Why a file, or the rest of it, can't be searched, in words for its author."""

    LOCKED = "locked", _("It is locked by a password")
    UNREADABLE = "unreadable", _("It is damaged, or not what its name says")
    MISSING = "missing", _("The file is no longer there")
    TOO_LARGE = "too_large", _("It is too large; only its beginning is searched")
    TOO_SLOW = "too_slow", _("Reading it takes too long; only its beginning is searched")
    NO_TEXT = "no_text", _("It holds no text, as a scan does; only its title is searched")
