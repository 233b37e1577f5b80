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


class QuizKind(TextChoices):
    """What a quiz is for. Passing the final one completes a course; practice never counts."""

    FINAL = "final", _("Final quiz")
    FORMATIVE = "formative", _("Practice quiz")


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


class Moment(TextChoices):
    """When people are asked about a course."""

    BEFORE = "before", _("Before")
    AFTER = "after", _("After")
    LATER = "later", _("Three months later")


class Sureness(IntegerChoices):
    """How sure somebody is of an outcome; the same words at each moment."""

    NOT_AT_ALL = 1, _("Not at all sure")
    NOT_VERY = 2, _("Not very sure")
    FAIRLY = 3, _("Fairly sure")
    SURE = 4, _("Sure")
    VERY = 5, _("Very sure")


class Usefulness(IntegerChoices):
    NOT_AT_ALL = 1, _("Not useful")
    SLIGHTLY = 2, _("Slightly useful")
    FAIRLY = 3, _("Fairly useful")
    USEFUL = 4, _("Useful")
    VERY = 5, _("Very useful")


class Used(TextChoices):
    """Whether somebody used a course at work."""

    YES = "yes", _("Yes")
    NOT_YET = "not_yet", _("Not yet, but I expect to")
    NO = "no", _("No, and I don’t expect to")


class Seat(TextChoices):
    """What somebody has in a workshop."""

    BOOKED = "booked", _("Booked")
    WAITING = "waiting", _("On the waiting list")
    GIVEN_UP = "given_up", _("Given up")


class Due(TextChoices):
    """How somebody stands to a course that they are asked to do by a day."""

    OVERDUE = "overdue", _("Overdue")
    DUE = "due", _("Asked, not done yet")
    MET = "met", _("Done")
