"""What a learner does with courses and lessons."""

import datetime

from django.db import transaction
from django.utils import timezone

from courses.enums import Completion
from courses.errors import QuestionsMissing, ReadOn
from courses.models import CheckAnswer, CoursePage, Enrolment, LessonPage, LessonView, Question


@transaction.atomic
def enrol(*, person_id: int, course: CoursePage) -> Enrolment:
    """Starts the course, once."""
    return Enrolment.objects.get_or_create(person_id=person_id, course=course)[0]


@transaction.atomic
def view_lesson(*, person_id: int, lesson: LessonPage) -> LessonView:
    """Remembers that it was opened: the one thing that reading a lesson writes."""
    now = timezone.now()
    view = LessonView.objects.update_or_create(
        person_id=person_id,
        lesson=lesson,
        defaults={"last_viewed_at": now},
        create_defaults={"first_viewed_at": now, "last_viewed_at": now},
    )[0]
    return set_done(view) if lesson.done_when == Completion.VIEWED else view


@transaction.atomic
def complete_lesson(*, person_id: int, lesson: LessonPage) -> LessonView:
    """Marks it as done, and starts its course if need be. The first time counts.

    Raises LessonRefused with the reason where the lesson asks for more than that.
    """
    enrol(person_id=person_id, course=lesson.course())
    view = view_lesson(person_id=person_id, lesson=lesson)
    if view.completed_at is None:
        refuse_unfinished(view, lesson)
    return set_done(view)


def refuse_unfinished(view: LessonView, lesson: LessonPage) -> None:
    least = datetime.timedelta(minutes=lesson.least_minutes)
    if lesson.done_when == Completion.TIME and timezone.now() < view.first_viewed_at + least:
        raise ReadOn
    if lesson.done_when == Completion.CHECKED and questions_missing(view.person_id, lesson):
        raise QuestionsMissing


def questions_missing(person_id: int, lesson: LessonPage) -> int:
    """How many of the lesson's questions this person has not answered right yet."""
    right = CheckAnswer.objects.of(person_id).right().filter(lesson=lesson)
    asked = lesson.checks.filter(question__in=Question.objects.ready())
    return asked.exclude(question__in=right.values("question")).count()


def set_done(view: LessonView) -> LessonView:
    if view.completed_at is None:
        view.completed_at = timezone.now()
        view.save(update_fields=["completed_at"])
    return view
