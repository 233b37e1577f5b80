from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Why(TextChoices):
    """What happened to a page that others may have to follow."""

    CHANGED = "changed", _("It changed what people should do")
    WITHDRAWN = "withdrawn", _("It was withdrawn")
    MERGED = "merged", _("It was merged into another page")


class Tie(TextChoices):
    """How a page depends on the one that changed."""

    RESTS_ON = "rests_on", _("Rests on it")
    TRANSLATION = "translation", _("Is its translation")


class Outcome(TextChoices):
    """What was decided on a thing that rests on what changed."""

    STILL_RIGHT = "still_right", _("Still right as it is")
    PUT_RIGHT = "put_right", _("Put right")
    LEFT = "left", _("What stands between was dealt with")
    ENDED = "ended", _("The change holds no more")


class Step(IntegerChoices):
    """The reminders of one review. Each asks the next in the line of `hub.pages.keepers`."""

    OWNER = 0, _("Owner")
    DEPUTY = 1, _("Deputy")
    REVIEWER = 2, _("Reviewer")
    ROLE = 3, _("Everybody with the role that keeps it")
    EDITORS = 4, _("Administrators")


# Days from the day on which the review is due.
DAYS: dict[Step, int] = {
    Step.OWNER: -30,
    Step.DEPUTY: 0,
    Step.REVIEWER: 14,
    Step.ROLE: 28,
    Step.EDITORS: 42,
}
