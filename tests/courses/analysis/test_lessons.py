"""Figures of lessons are the states that the same people see on the course page."""

import pytest

from courses.analysis.lessons import lesson_figures
from courses.enums import Completion, State
from courses.models import LessonPage
from courses.services.lessons import enrol, view_lesson
from courses.services.status import course_status
from hub.access.readers import reader_for
from tests.factories.courses import finish_lessons, lessons_of, make_course
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("done_when", Completion.values)
def test_the_report_counts_what_the_status_says(done_when: str) -> None:
    course = make_course(3)
    LessonPage.objects.below([course]).update(done_when=done_when)
    lessons, people = lessons_of(course), UserFactory.create_batch(3)
    finish_lessons(people[0], course)
    for person in people[1:]:
        enrol(person_id=person.pk, course=course)
        view_lesson(person_id=person.pk, lesson=lessons[0])
    states = [
        [item.state for item in course_status(reader_for(person), course).lessons]
        for person in people
    ]
    said = [(one.opened, one.done) for one in lesson_figures(course, lessons)]
    assert said == [
        (sum(state is not State.TO_DO for state in of), sum(state is State.DONE for state in of))
        for of in zip(*states, strict=True)
    ]


def test_who_only_looked_in_without_starting_is_not_counted() -> None:
    course = make_course(1)
    view_lesson(person_id=UserFactory().pk, lesson=lessons_of(course)[0])
    assert [one.opened for one in lesson_figures(course, lessons_of(course))] == [0]
