from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    """What a notice is to its reader, who chooses how soon mail tells of it.

    ACCOUNT and ALARM are the exceptions: they always go at once, and nobody can switch them off.
    """

    REPLY = "reply", _("Replies to you")
    TASK = "task", _("What waits for you")
    FOLLOWED = "followed", _("What you follow or wrote")
    NEWS = "news", _("News of the hub")
    SURVEY = "survey", _("Whether a course helped")
    ACCOUNT = "account", _("Your account and its safety")
    ALARM = "alarm", _("Somebody may be at risk")


# Waits for no hour and no round-up, and nobody chooses about it.
ALWAYS_AT_ONCE = frozenset({Category.ACCOUNT, Category.ALARM})


class Rhythm(models.TextChoices):
    """How soon mail tells of a notice. In the hub it stands at once whatever the rhythm."""

    AT_ONCE = "at_once", _("By email at once")
    DAILY = "daily", _("In a daily round-up")
    WEEKLY = "weekly", _("In the weekly round-up")
    HUB = "hub", _("In the hub only, no email")


class Preset(models.TextChoices):
    """Ready-made choices; what they hold stands in `presets`."""

    QUIET = "quiet", _("Quiet")
    NORMAL = "normal", _("Normal")
    EVERYTHING = "everything", _("Everything")


class Weekday(models.IntegerChoices):
    """Numbered as Python's dates number them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")
