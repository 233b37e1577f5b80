"""Courses that wait for others."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from courses.enums import State
from courses.errors import CoursesMissing
from courses.models import CoursePage, Prerequisite
from courses.services.attempts import start_attempt
from courses.services.progress import Action
from courses.services.status import course_status, course_statuses
from hub.access.groups import group_for_area
from hub.access.readers import reader_for
from hub.users.models import User
from tests.factories import pages
from tests.factories.courses import (
    course_with_quiz,
    finish_lessons,
    make_course,
    quiz_of,
    sit_quiz,
)
from tests.factories.people import AreaFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return UserFactory()


@pytest.fixture
def first() -> CoursePage:
    return course_with_quiz(questions=1)


@pytest.fixture
def course(first: CoursePage) -> CoursePage:
    course = course_with_quiz(questions=1)
    Prerequisite.objects.create(course=course, needs=first)
    return course


def test_the_quiz_waits_and_the_lessons_do_not(
    user: User, course: CoursePage, first: CoursePage
) -> None:
    finish_lessons(user, course)
    status = course_status(reader_for(user), course)
    assert (status.done, status.total) == (2, 2)
    assert status.waits_for == (first,)
    assert (status.next_step.action, status.next_step.course) == (Action.FIRST, first)
    with pytest.raises(CoursesMissing):
        start_attempt(reader=reader_for(user), quiz=quiz_of(course))


def test_passing_the_first_opens_the_second(
    user: User, course: CoursePage, first: CoursePage
) -> None:
    sit_quiz(user, first, right=1)
    finish_lessons(user, course)
    status = course_status(reader_for(user), course)
    assert [needed.state for needed in status.needs] == [State.DONE]
    assert status.next_step.action is Action.QUIZ
    assert start_attempt(reader=reader_for(user), quiz=quiz_of(course)).is_open


def test_nobody_waits_for_what_is_closed_to_them(
    user: User, course: CoursePage, first: CoursePage
) -> None:
    pages.restrict(first, group_for_area(AreaFactory()))
    assert course_status(reader_for(user), course).needs == ()


def test_who_has_passed_keeps_it_when_a_course_comes_before(user: User) -> None:
    course, later = course_with_quiz(questions=1), make_course()
    sit_quiz(user, course, right=1)
    Prerequisite.objects.create(course=course, needs=later)
    status = course_status(reader_for(user), course)
    assert status.is_certified
    assert status.state is State.DONE


def test_the_pages_say_what_comes_first(
    client: Client, user: User, course: CoursePage, first: CoursePage
) -> None:
    finish_lessons(user, course)
    sign_in(client, user)
    page = client.get(course.url).content.decode()
    assert "Do first" in page
    assert f"First: {first.title}" in page
    start = client.get(f"/learning/courses/{course.pk}/quiz/").content.decode()
    assert first.title in start
    assert "Start the quiz" not in start


def test_many_courses_cost_no_more_queries_than_one(
    user: User, course: CoursePage, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    others = [course_with_quiz(questions=1) for _ in range(4)]
    for other in others:
        Prerequisite.objects.create(course=other, needs=course)
    with django_assert_max_num_queries(24):
        course_statuses(reader_for(user), [course, *others])
