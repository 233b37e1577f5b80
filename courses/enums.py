from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Level(TextChoices):
    INTRODUCTION = "introduction", _("Introduction")
    PRACTITIONER = "practitioner", _("For practitioners")
    ADVANCED = "advanced", _("Advanced")


class Difficulty(IntegerChoices):
    EASY = 1, _("Easy")
    USUAL = 2, _("As usual")
    HARD = 3, _("Hard")


class Feedback(TextChoices):
    """When people learn what is right."""

    AT_ONCE = "at_once", _("After each question, which then stands")
    AT_END = "at_end", _("With the result")
    AFTER_CLOSING = "after_closing", _("Once the quiz is closed")


class Completion(TextChoices):
    """What makes a lesson done."""

    MARKED = "marked", _("The reader marks it as done")
    VIEWED = "viewed", _("It was opened")
    TIME = "time", _("It is marked as done after a time")
    CHECKED = "checked", _("Its questions are answered right")


class Activity(TextChoices):
    """What people write into their learning record themselves; courses stand there already."""

    READING = "reading", _("Reading")
    EVENT = "event", _("Event")
    REFLECTION = "reflection", _("Reflection")


class State(TextChoices):
    """How far a condition is met. Values are the names that the status component draws."""

    TO_DO = "todo", _("To do")
    DOING = "doing", _("Started")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")
