from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Facet(TextChoices):
    """What results can be narrowed by; the value is the name in the address."""

    KIND = "kind", _("Kind")
    THEME = "theme", _("Theme")
    AUDIENCE = "audience", _("Who it is for")
    NATION = "nation", _("Nation")
    EVIDENCE = "evidence", _("Evidence")
    ANSWERED = "answered", _("Questions")


class Answered(TextChoices):
    """Whether a question of the forum has an answer that its asker accepted."""

    SOLVED = "solved", _("Solved")
    UNSOLVED = "unsolved", _("Not solved yet")


class Sort(TextChoices):
    RELEVANCE = "relevance", _("Best match")
    DATE = "date", _("Newest")


class Place(TextChoices):
    """Where editors put a page among the results of one search."""

    FIRST = "first", _("Shown first")
    OUT = "out", _("Left out")


class Grade(IntegerChoices):
    """How much a thing belongs among the results of a judged search."""

    FIRST = 2, _("Should be among the first")
    FOUND = 1, _("Useful, should be found")
