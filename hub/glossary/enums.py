from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Care(TextChoices):
    NONE = "none", _("None needed")
    CARE = "care", _("Use with care")
    SLANG = "slang", _("Slang: changes by place and time")
    STIGMATISING = "stigmatising", _("Can stigmatise: prefer other words")


class Category(TextChoices):
    COUNTY_LINES = "county-lines", _("County lines")
    ROLES = "roles", _("Roles")
    WEAPONS = "weapons", _("Weapons")
    DEFINITIONS = "definitions", _("Groups and definitions")
    EXPLOITATION = "exploitation", _("Exploitation")
    PRACTICE = "practice", _("Practice")
    PLACES = "places", _("Places")
    INDICATORS = "indicators", _("Signs")
    BODIES = "bodies", _("Bodies and processes")
    LANGUAGE = "language", _("Language")


class Widening(TextChoices):
    """What another word for a term does in a search."""

    BOTH = "both", _("Two-way: whoever searches for either finds both")
    ONE_WAY = "one-way", _("One-way: whoever types this word finds the term's words too")
    SHOWN = "shown", _("Shown only: it never widens a search")
