from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ThreadKind(TextChoices):
    """What a thread is. Questions alone wait for an answer, have one accepted and are solved."""

    QUESTION = "question", _("Question")
    DISCUSSION = "discussion", _("Discussion")
    ANNOUNCEMENT = "announcement", _("Announcement")
    POLL = "poll", _("Poll")
    EVENT = "event", _("Event")


class ReportReason(TextChoices):
    """Why a post is reported. The first one shows who to call before anything else."""

    RISK = "risk", _("Someone may be at risk now")
    PERSONAL = "personal", _("It could identify a real person")
    ADVICE = "advice", _("The advice could do harm or is wrong in law")
    ABUSE = "abuse", _("It is abusive or demeans people")
    SPAM = "spam", _("It is advertising or off the subject")
    OTHER = "other", _("Something else")


class UnmaskingGround(TextChoices):
    """By what right somebody finds out who wrote an anonymous post."""

    TWO = "two", _("Two moderators decide together")
    LIFE = "life", _("The safeguarding lead protects a life or a child")


class WaitStep(TextChoices):
    """Who was told of a question that waits, and that the asker was asked whether it is solved."""

    OFFERED = "offered", _("Offered to colleagues who know the theme")
    LEAD = "lead", _("With the area's lead")
    FRONT_LINE = "front_line", _("With the front-line team")
    SOLVED = "solved", _("The asker was asked whether it is solved")


class ThreadState(TextChoices):
    """What the list of threads can be narrowed to."""

    UNSOLVED = "unsolved", _("Unsolved")
    UNANSWERED = "unanswered", _("Not answered yet")
    SOLVED = "solved", _("Solved")


class SpaceIcon(TextChoices):
    """Drawings that a space may have above its name."""

    TALK = "messages-square", _("Talk")
    LAW = "scale", _("Law")
    ROUTE = "route", _("Route")
    PEOPLE = "users", _("People")
    HOME = "house", _("Home")
    EVIDENCE = "search", _("Evidence")
    PLACE = "map", _("Place")
    CARE = "hand-heart", _("Care")
    LEADING = "compass", _("Leading")
