"""How far many people are in many courses: the same functions as `status`, fed in bulk."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import QuerySet
from django.utils import timezone

from courses.enums import State
from courses.models import (
    Attempt,
    Booking,
    Certificate,
    CoursePage,
    Enrolment,
    LessonPage,
    LessonView,
    ModulePage,
    Quiz,
    SignOff,
)
from courses.services.conditions import Evidence, conditions_of
from courses.services.progress import Condition, QuizStatus, standing_certificate
from courses.services.status import lesson_state, quiz_status, state_of
from hub.access.readers import Reader, reader_with, readers_for
from hub.access.restrictions import clauses_for_path, page_restrictions
from hub.access.rules import Rule, rule
from hub.users.models import User

# A person and a course, by their ids.
Pair = tuple[int, int]
Row = TypeVar("Row", Attempt, Booking, Certificate, SignOff)


@dataclass(frozen=True, slots=True)
class Standing:
    """State and dates, never an answer or a mark. `valid_until` is the standing certificate's."""

    state: State = State.TO_DO
    started_on: datetime.date | None = None
    done_on: datetime.date | None = None
    valid_until: datetime.date | None = None


NOTHING_YET = Standing()


def standings(people: QuerySet[User], courses: Sequence[CoursePage]) -> dict[Pair, Standing]:
    """Of each person and course of which there is any record; all others are NOTHING_YET.

    Ten queries at most, whatever the number of people. A lesson that is closed to somebody is not
    asked of them, as if they had signed in fully.
    """
    return Bulk(people, courses).standings()


class Bulk:
    """The records of some people in some courses, fetched once."""

    def __init__(self, people: QuerySet[User], courses: Sequence[CoursePage]) -> None:
        self.people = people.order_by().values("pk")
        self.courses = {course.pk: course for course in courses}
        finals = Quiz.objects.final().filter(course__in=courses)
        self.quizzes = {quiz.course_id: quiz for quiz in finals}
        self.enrolled = self.fetch_enrolled(courses)
        self.attempts = self.fetch_attempts()
        self.certificates = self.fetch_certificates(courses)
        self.bookings = self.fetch_bookings(courses)
        self.sign_offs = self.fetch_sign_offs(courses)
        unasked = [course for course in courses if course.pk not in self.quizzes]
        self.lessons = LessonsAsked(people.order_by(), unasked)

    def fetch_enrolled(self, courses: Sequence[CoursePage]) -> dict[Pair, datetime.datetime]:
        rows = Enrolment.objects.filter(person__in=self.people, course__in=courses).order_by()
        return {
            (person, course): at
            for person, course, at in rows.values_list("person_id", "course_id", "created_at")
        }

    def fetch_attempts(self) -> dict[Pair, list[Attempt]]:
        courses = {quiz.pk: course_id for course_id, quiz in self.quizzes.items()}
        attempts = Attempt.objects.filter(person__in=self.people, quiz__in=courses)
        needed = attempts.only("person_id", "quiz_id", "started_at", "submitted_at", "passed")
        return grouped(needed.order_by("started_at"), lambda row: courses[row.quiz_id])

    def fetch_certificates(self, courses: Sequence[CoursePage]) -> dict[Pair, list[Certificate]]:
        rows = Certificate.objects.filter(person__in=self.people, course__in=courses)
        needed = rows.only("person_id", "course_id", "issued_at", "valid_until", "revoked_at")
        return grouped(needed.order_by("issued_at"), lambda row: row.course_id)

    def fetch_bookings(self, courses: Sequence[CoursePage]) -> dict[Pair, list[Booking]]:
        attended = [course for course in courses if course.needs_attendance]
        if not attended:
            return {}
        rows = Booking.objects.filter(person__in=self.people, workshop__course__in=attended)
        ordered = rows.select_related("workshop").order_by("workshop__starts_at")
        return grouped(ordered, lambda row: row.workshop.course_id)

    def fetch_sign_offs(self, courses: Sequence[CoursePage]) -> dict[Pair, list[SignOff]]:
        signed = [course for course in courses if course.needs_sign_off]
        if not signed:
            return {}
        rows = SignOff.objects.standing().filter(person__in=self.people, course__in=signed)
        return grouped(rows.order_by("at", "pk"), lambda row: row.course_id)

    def standings(self) -> dict[Pair, Standing]:
        begun = {*self.enrolled, *self.attempts, *self.certificates, *self.lessons.seen}
        known = begun.union(self.bookings, self.sign_offs)
        return {pair: self.standing(pair) for pair in known}

    def standing(self, pair: Pair) -> Standing:
        enrolled_at = self.enrolled.get(pair)
        certificate = standing_certificate(self.certificates.get(pair, ()))
        quiz, conditions = self.quiz_status(pair), self.conditions(pair)
        lessons = () if quiz else self.lessons.states(pair)
        state = state_of(enrolled_at is not None, lessons, quiz, conditions)
        done_at = certificate.issued_at if certificate else None
        if state is State.DONE and not done_at:
            done_at = self.last_done(pair, conditions)
        return Standing(
            state=state,
            started_on=timezone.localdate(enrolled_at) if enrolled_at else None,
            done_on=timezone.localdate(done_at) if done_at else None,
            valid_until=certificate.valid_until if certificate else None,
        )

    def quiz_status(self, pair: Pair) -> QuizStatus | None:
        quiz = self.quizzes.get(pair[1])
        if quiz is None:
            return None
        return quiz_status(quiz, self.attempts.get(pair, ()), self.certificates.get(pair, ()))

    def conditions(self, pair: Pair) -> tuple[Condition, ...]:
        evidence = Evidence(
            bookings=self.bookings.get(pair, ()),
            sign_offs=self.sign_offs.get(pair, ()),
            issued=self.certificates.get(pair, ()),
        )
        return conditions_of(self.courses[pair[1]], evidence)

    def last_done(self, pair: Pair, conditions: Sequence[Condition]) -> datetime.datetime | None:
        """Of somebody who has done all that is asked, and holds no certificate."""
        submitted = [attempt.submitted_at for attempt in self.attempts.get(pair, ())]
        moments = [*self.lessons.moments(pair), *submitted, *(one.at for one in conditions)]
        return max(filter(None, moments), default=None)


class LessonsAsked:
    """The lessons of courses without a quiz, which are done when all their lessons are."""

    def __init__(self, people: QuerySet[User], courses: Sequence[CoursePage]) -> None:
        self.rules = rules_of_lessons(courses)
        asked = [lesson for rules in self.rules.values() for lesson in rules]
        ids = people.values("pk")
        views = LessonView.objects.filter(person__in=ids, lesson__in=asked).order_by()
        self.done_at = {
            (person, lesson): at
            for person, lesson, at in views.values_list("person_id", "lesson_id", "completed_at")
        }
        course_of = {lesson: course for course, rules in self.rules.items() for lesson in rules}
        self.seen = {(person, course_of[lesson]) for person, lesson in self.done_at}
        closed = any(any(rules.values()) for rules in self.rules.values())
        self.readers: dict[int, Reader] = readers_for(people) if closed and self.seen else {}

    def asked_of(self, pair: Pair) -> list[int]:
        person, course = pair
        rules = self.rules.get(course, {})
        if not any(rules.values()):
            return list(rules)
        reader = self.readers.get(person) or reader_with(person, (), {})
        return [lesson for lesson, wanted in rules.items() if reader.may_read(wanted)]

    def states(self, pair: Pair) -> list[State]:
        seen = [(pair[0], lesson) for lesson in self.asked_of(pair)]
        return [
            lesson_state(self.done_at[one]) if one in self.done_at else State.TO_DO for one in seen
        ]

    def moments(self, pair: Pair) -> list[datetime.datetime | None]:
        """When each was done, where it was."""
        return [self.done_at.get((pair[0], lesson)) for lesson in self.asked_of(pair)]


def rules_of_lessons(courses: Sequence[CoursePage]) -> dict[int, dict[int, Rule]]:
    """By a course's id, who may read each of its lessons that readers meet. Three queries."""
    if not courses:
        return {}
    modules = list(ModulePage.objects.below(courses).live().values_list("path", flat=True))
    lessons = list(LessonPage.objects.below(courses).live().values_list("pk", "path"))
    known = page_restrictions()
    return {
        course.pk: {
            pk: rule(*clauses_for_path(path, known))
            for pk, path in lessons
            if path.startswith(course.path) and path.startswith(tuple(modules))
        }
        for course in courses
    }


def grouped(rows: Iterable[Row], course_of: Callable[[Row], int]) -> dict[Pair, list[Row]]:
    found: dict[Pair, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.person_id, course_of(row)].append(row)
    return dict(found)
