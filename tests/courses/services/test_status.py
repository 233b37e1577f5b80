"""The one place that says what is done."""

import datetime

import pytest
import time_machine
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from courses.enums import State
from courses.services.attempts import skip_question
from courses.services.lessons import complete_lesson, enrol, view_lesson
from courses.services.progress import Action
from courses.services.status import course_status, course_statuses
from hub.access.readers import ANONYMOUS, reader_for
from tests.factories.courses import (
    begin_attempt,
    course_with_quiz,
    earn_certificate,
    finish_lessons,
    lessons_of,
    make_course,
    members_only,
    revoke,
    sit_quiz,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_a_stranger_is_asked_to_start() -> None:
    status = course_status(ANONYMOUS, course_with_quiz())
    assert status.next_step.action is Action.START
    assert status.state is State.TO_DO


def test_someone_who_started_continues_with_the_first_lesson() -> None:
    course, user = course_with_quiz(), UserFactory()
    enrol(person_id=user.pk, course=course)
    status = course_status(reader_for(user), course)
    assert status.next_step.lesson == lessons_of(course)[0]
    assert status.state is State.DOING


def test_someone_continues_with_the_unfinished_lesson_they_read_last() -> None:
    course, user = course_with_quiz(lessons=3), UserFactory()
    enrol(person_id=user.pk, course=course)
    last = lessons_of(course)[2]
    view_lesson(person_id=user.pk, lesson=last)
    assert course_status(reader_for(user), course).next_step.lesson == last


def test_progress_counts_lessons_marked_as_done() -> None:
    course, user = course_with_quiz(lessons=3), UserFactory()
    complete_lesson(person_id=user.pk, lesson=lessons_of(course)[1])
    status = course_status(reader_for(user), course)
    assert (status.done, status.total) == (1, 3)


def test_reading_a_lesson_does_not_finish_it() -> None:
    course, user = course_with_quiz(), UserFactory()
    view_lesson(person_id=user.pk, lesson=lessons_of(course)[0])
    assert course_status(reader_for(user), course).lessons[0].state is State.DOING


def test_the_quiz_comes_after_the_last_lesson() -> None:
    course, user = course_with_quiz(), UserFactory()
    finish_lessons(user, course)
    assert course_status(reader_for(user), course).next_step.action is Action.QUIZ


def test_an_attempt_under_way_is_what_comes_next() -> None:
    course, user = course_with_quiz(), UserFactory()
    attempt = begin_attempt(user, course)
    status = course_status(reader_for(user), course)
    assert status.next_step.attempt == attempt
    assert status.quiz.state is State.DOING


def test_a_failed_quiz_with_attempts_left_may_be_tried_again() -> None:
    course, user = course_with_quiz(attempts_allowed=2), UserFactory()
    sit_quiz(user, course, right=0)
    status = course_status(reader_for(user), course)
    assert (status.quiz.state, status.quiz.left) == (State.FAILED, 1)
    assert status.state is State.DOING


def test_a_course_is_failed_when_all_attempts_are_used() -> None:
    course, user = course_with_quiz(attempts_allowed=1), UserFactory()
    sit_quiz(user, course, right=0)
    status = course_status(reader_for(user), course)
    assert status.state is State.FAILED
    assert status.next_step.action is Action.REVIEW


def test_a_valid_certificate_makes_the_course_done() -> None:
    course, user = course_with_quiz(), UserFactory()
    certificate = earn_certificate(user, course)
    status = course_status(reader_for(user), course)
    assert (status.state, status.certificate) == (State.DONE, certificate)
    assert status.next_step.action is Action.REVIEW


def test_a_certificate_that_ran_out_opens_a_new_round_of_attempts() -> None:
    course, user = course_with_quiz(attempts_allowed=1), UserFactory()
    earn_certificate(user, course)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=800)):
        status = course_status(reader_for(user), course)
        assert (status.quiz.state, status.quiz.left) == (State.TO_DO, 1)
        assert not status.is_certified


def test_a_revoked_certificate_leaves_the_course_to_do() -> None:
    course, user = course_with_quiz(), UserFactory()
    revoke(earn_certificate(user, course))
    status = course_status(reader_for(user), course)
    assert status.certificate is None
    assert status.state is State.DOING


def test_a_course_without_a_quiz_is_done_with_its_lessons() -> None:
    course, user = make_course(), UserFactory()
    finish_lessons(user, course)
    assert course_status(reader_for(user), course).state is State.DONE


def test_a_course_without_lessons_is_never_done() -> None:
    course, user = make_course(lessons=0), UserFactory()
    enrol(person_id=user.pk, course=course)
    status = course_status(reader_for(user), course)
    assert status.state is State.DOING
    assert status.next_step.action is Action.NOTHING


def test_a_lesson_that_is_closed_to_someone_is_not_asked_of_them() -> None:
    course = course_with_quiz(lessons=2)
    members_only(lessons_of(course)[0])
    assert course_status(ANONYMOUS, course).total == 1


def test_a_draft_lesson_does_not_count() -> None:
    course = course_with_quiz(lessons=2)
    lessons_of(course)[0].unpublish()
    assert course_status(ANONYMOUS, course).total == 1


def test_someone_elses_progress_is_not_mine() -> None:
    course = course_with_quiz()
    earn_certificate(UserFactory(), course)
    status = course_status(reader_for(UserFactory()), course)
    assert (status.enrolled, status.done, status.certificate) == (False, 0, None)


def test_skipping_a_question_uses_no_second_attempt() -> None:
    course, user = course_with_quiz(attempts_allowed=3), UserFactory()
    skip_question(attempt=begin_attempt(user, course), order=1)
    assert course_status(reader_for(user), course).quiz.left == 2


def test_many_courses_cost_no_more_queries_than_one(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    user = UserFactory()
    courses = [course_with_quiz() for _ in range(4)]
    for course in courses:
        finish_lessons(user, course)
    reader = reader_for(user)
    with django_assert_num_queries(9):
        course_statuses(reader, courses[:1])
    with django_assert_num_queries(9):
        course_statuses(reader, courses)
