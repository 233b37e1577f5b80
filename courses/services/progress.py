"""What a course asks of someone and how far they are, as plain values."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from courses.enums import State
from courses.models import Attempt, Certificate, CoursePage, LessonPage, ModulePage, Quiz

# How long before a certificate runs out its quiz may be taken again.
RENEWAL = datetime.timedelta(days=60)


class Action(StrEnum):
    """What the one button of a course does."""

    START = "start"
    LESSON = "lesson"
    QUIZ = "quiz"
    ATTEMPT = "attempt"
    FIRST = "first"
    WORKSHOP = "workshop"
    REVIEW = "review"
    NOTHING = "nothing"


def renew_from(certificate: Certificate) -> datetime.date | None:
    """The first day on which a new certificate may be earned; None where this one never ends.

    Of one that lasts a short time the second half is enough, or it could be renewed at once.
    """
    if certificate.valid_until is None:
        return None
    lasts = certificate.valid_until - timezone.localdate(certificate.issued_at)
    return certificate.valid_until - min(RENEWAL, lasts / 2)


def runs_out_soon(certificate: Certificate | None) -> bool:
    first = renew_from(certificate) if certificate else None
    return first is not None and timezone.localdate() >= first


def standing_certificate(certificates: Sequence[Certificate]) -> Certificate | None:
    """The newest that isn't revoked, of somebody's certificates of one course by their day."""
    standing = [one for one in certificates if one.revoked_at is None]
    return standing[-1] if standing else None


@dataclass(frozen=True, slots=True)
class Step:
    action: Action
    lesson: LessonPage | None = None
    attempt: Attempt | None = None
    course: CoursePage | None = None


@dataclass(frozen=True, slots=True)
class LessonStatus:
    lesson: LessonPage
    state: State


@dataclass(frozen=True, slots=True)
class ModuleStatus:
    module: ModulePage
    lessons: tuple[LessonStatus, ...]


@dataclass(frozen=True, slots=True)
class QuizStatus:
    """`left` is None where attempts are unlimited. Attempts before a certificate don't count.

    `best` is the attempt with the most marks, of practice. `again_at` is when the time between
    attempts is over, where that is still to come. `may_renew` says that the quiz is passed, and
    that its certificate runs out soon.
    """

    quiz: Quiz
    state: State
    used: int
    left: int | None
    open: Attempt | None
    last: Attempt | None
    again_at: datetime.datetime | None = None
    may_renew: bool = False
    best: Attempt | None = None

    @property
    def is_over(self) -> bool:
        """Passed, with nothing to renew yet. Practice never is."""
        return self.quiz.is_final and self.state is State.DONE and not self.may_renew

    @property
    def may_start(self) -> bool:
        fresh = self.open is None and not self.is_over and self.left != 0
        return fresh and self.again_at is None


@dataclass(frozen=True, slots=True)
class Needed:
    """A course to do first, and how far it is done."""

    course: CoursePage
    state: State


class Asked(StrEnum):
    """What a course may ask beside its lessons and quiz."""

    ATTENDANCE = "attendance"
    SIGN_OFF = "sign_off"


@dataclass(frozen=True, slots=True)
class Condition:
    """`at` is when the workshop is that somebody booked, or when they came or were signed off.

    `note` is what the trainer wrote to them.
    """

    asks: Asked
    state: State
    at: datetime.datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CourseStatus:
    """`quiz` is the final one, and alone decides. `practice` is beside all that is asked.

    `certificate` is the newest that isn't revoked; it may have run out.

    `rounds` counts certificates, each of which ends a round. `finished_at` is None unless done.
    """

    course: CoursePage
    state: State
    enrolled: bool
    modules: tuple[ModuleStatus, ...]
    quiz: QuizStatus | None
    certificate: Certificate | None
    next_step: Step
    needs: tuple[Needed, ...] = ()
    conditions: tuple[Condition, ...] = ()
    rounds: int = 0
    finished_at: datetime.datetime | None = None
    practice: tuple[QuizStatus, ...] = ()

    def of(self, quiz: Quiz) -> QuizStatus | None:
        """How somebody stands to one quiz of the course."""
        every = [self.quiz, *self.practice] if self.quiz else self.practice
        return next((one for one in every if one.quiz.pk == quiz.pk), None)

    @property
    def unmet(self) -> tuple[Condition, ...]:
        """What the course asks beside lessons and quiz and isn't there yet."""
        return tuple(item for item in self.conditions if item.state is not State.DONE)

    @property
    def waits_for(self) -> tuple[CoursePage, ...]:
        """Courses that come before the quiz of this one and aren't done."""
        return tuple(needed.course for needed in self.needs if needed.state is not State.DONE)

    @property
    def lessons(self) -> tuple[LessonStatus, ...]:
        return tuple(lesson for module in self.modules for lesson in module.lessons)

    @property
    def done(self) -> int:
        return sum(lesson.state is State.DONE for lesson in self.lessons)

    @property
    def total(self) -> int:
        return len(self.lessons)

    @property
    def missing(self) -> tuple[LessonPage, ...]:
        return tuple(item.lesson for item in self.lessons if item.state is not State.DONE)

    @property
    def may_renew(self) -> bool:
        return self.quiz is not None and self.quiz.may_renew

    @property
    def is_certified(self) -> bool:
        return self.certificate is not None and self.certificate.is_valid()

    def lesson(self, lesson: LessonPage) -> LessonStatus | None:
        place = self.place_of(lesson)
        return None if place is None else self.lessons[place]

    def place_of(self, lesson: LessonPage) -> int | None:
        """The lesson's index among all lessons of the course."""
        ids = [item.lesson.pk for item in self.lessons]
        return ids.index(lesson.pk) if lesson.pk in ids else None

    def neighbours(self, lesson: LessonPage) -> tuple[LessonPage | None, LessonPage | None]:
        """The lessons before and after this one, across modules."""
        place = self.place_of(lesson)
        if place is None:
            return None, None
        around = [item.lesson for item in self.lessons]
        before = around[place - 1] if place else None
        return before, (around[place + 1] if place + 1 < len(around) else None)
