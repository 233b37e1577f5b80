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


class Decision(TextChoices):
    """What a moderator decides about a post."""

    NOTHING = "nothing", _("Nothing is wrong: leave it as it is")
    HIDE = "hide", _("Hide it")
    WARN = "warn", _("Hide it and warn its writer")
    APPROVE = "approve", _("Show it to everybody")
    REFUSE = "refuse", _("Don't show it")


class Measure(TextChoices):
    """What a moderator of the hub lays on somebody. Nothing keeps anybody from reading."""

    WARN = "warn", _("Warn them")
    RESTRICT = "restrict", _("Look at each post of theirs first")
    SUSPEND = "suspend", _("Keep them from writing in the forum")


class HoldReason(TextChoices):
    """Why a post waits for a moderator before anybody reads it."""

    FIRST = "first", _("The first post of somebody new")
    RESTRICTED = "restricted", _("Every post of this person waits for now")
    LINKS = "links", _("Many links from somebody new")
    DETAILS = "details", _("It may hold details of a person, in a sensitive space")
    WORDS = "words", _("It has words that moderators want to see")


class ReadyReason(TextChoices):
    """Reasons to begin with, in the words that the writer gets; moderators change them."""

    PERSONAL = "personal", _("It could identify a real person. Post it again without the details.")
    ADVICE = "advice", _("It could do harm or isn't right in law. Post it again with its source.")
    ABUSE = "abuse", _("It demeans people. Disagree with the idea, and put people before labels.")
    REFERRAL = "referral", _("It's about a person who may be at risk. Make a referral today.")
    SPAM = "spam", _("It's advertising, or off the subject of this space.")


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
