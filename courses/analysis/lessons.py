"""How far people come in a course."""

from collections.abc import Sequence
from dataclasses import dataclass

from courses.models import CoursePage, Enrolment, LessonPage, LessonView


@dataclass(frozen=True, slots=True)
class LessonFigures:
    """How many of those who started the course opened and finished a lesson."""

    lesson: LessonPage
    opened: int
    done: int


def lesson_figures(course: CoursePage, lessons: Sequence[LessonPage]) -> list[LessonFigures]:
    """In the order of the course. One query."""
    started = Enrolment.objects.filter(course=course).values("person")
    views = LessonView.objects.filter(lesson__in=lessons, person__in=started)
    by_id = views.counted()
    return [LessonFigures(lesson, *by_id.get(lesson.pk, (0, 0))) for lesson in lessons]


def started(course: CoursePage) -> int:
    return Enrolment.objects.filter(course=course).count()
