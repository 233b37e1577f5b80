"""What is asked by a day: done, due or overdue."""

import datetime

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import PageViewRestriction

from courses.enums import Due
from courses.models import CoursePage
from courses.services.due import asked_of, assignments_of
from hub.access.readers import reader_for
from hub.users.models import User
from tests.factories.cohorts import asked, make_cohort
from tests.factories.courses import (
    course_with_quiz,
    earn_certificate,
    finish_lessons,
    make_course,
    members_only,
    revoke,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def due(user: User) -> list[Due]:
    return [one.due for one in asked_of(reader_for(user))]


def days_from_now(days: int) -> time_machine.travel:
    return time_machine.travel(timezone.now() + datetime.timedelta(days=days))


def test_nothing_is_asked_of_somebody_at_first() -> None:
    assert due(UserFactory()) == []


@pytest.mark.parametrize(("days", "said"), [(1, Due.DUE), (0, Due.DUE), (-1, Due.OVERDUE)])
def test_the_day_itself_still_counts(days: int, said: Due) -> None:
    user = UserFactory()
    asked(make_course(1), user, days)
    assert due(user) == [said]


def test_what_is_done_is_met() -> None:
    user, course = UserFactory(), make_course(1)
    asked(course, user, -3)
    finish_lessons(user, course)
    assert due(user) == [Due.MET]


def test_a_certificate_that_ran_out_after_the_day_still_meets_it() -> None:
    user, course = UserFactory(), course_with_quiz()
    asked(course, user, 5)
    earn_certificate(user, course)
    with days_from_now(900):
        assert due(user) == [Due.MET]


def test_a_certificate_from_before_that_ends_before_the_day_does_not() -> None:
    user, course = UserFactory(), course_with_quiz()
    with days_from_now(-725):
        earn_certificate(user, course)
    asked(course, user, 20)
    assert due(user) == [Due.MET]
    with days_from_now(10):
        assert due(user) == [Due.DUE]


def test_a_revoked_certificate_meets_nothing() -> None:
    user, course = UserFactory(), course_with_quiz()
    asked(course, user, -1)
    revoke(earn_certificate(user, course))
    assert due(user) == [Due.OVERDUE]


def test_of_two_for_one_course_the_earlier_counts() -> None:
    user, course = UserFactory(), make_course(1)
    asked(course, user, 20)
    asked(course, make_cohort(None, user), -2)
    assert due(user) == [Due.OVERDUE]


def test_what_is_not_done_comes_first_and_the_soonest_before_the_others() -> None:
    user = UserFactory()
    done, late, soon = make_course(1), make_course(1), make_course(1)
    finish_lessons(user, done)
    for course, days in ((done, -9), (soon, 3), (late, -2)):
        asked(course, user, days)
    assert [one.course for one in asked_of(reader_for(user))] == [late, soon, done]


def closed_course() -> CoursePage:
    course = make_course(1)
    PageViewRestriction.objects.create(page=course, restriction_type=PageViewRestriction.GROUPS)
    return course


def test_a_course_that_is_closed_to_somebody_is_not_asked_of_them() -> None:
    user, course = UserFactory(), closed_course()
    asked(course, user)
    assert due(user) == []
    assert assignments_of(User.objects.filter(pk=user.pk), [course]) == {}


def test_a_course_for_members_is_asked_of_members() -> None:
    user, course = UserFactory(), members_only(make_course(1))
    asked(course, make_cohort(None, user))
    assert due(user) == [Due.DUE]


def test_nobody_is_asked_for_what_others_are() -> None:
    course = make_course(1)
    asked(course, UserFactory())
    asked(course, make_cohort(None, UserFactory()))
    assert due(UserFactory()) == []
