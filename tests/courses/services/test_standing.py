"""Many people at once: the same answers as one by one."""

import datetime
import random

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import PageViewRestriction

from courses.enums import State
from courses.models import Booking, CoursePage, LessonPage, SignOff, Workshop
from courses.services.certifying import certify_waiting
from courses.services.lessons import enrol, set_done, view_lesson
from courses.services.standing import NOTHING_YET, Standing, standings
from courses.services.status import course_status
from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.access.readers import reader_for
from hub.users.models import User
from tests.factories.courses import (
    answer_all,
    begin_attempt,
    course_with_quiz,
    earn_certificate,
    finish_lessons,
    lessons_of,
    make_course,
    revoke,
    sit_quiz,
)
from tests.factories.people import AreaFactory, UserFactory, with_role
from tests.factories.workshops import course_asking_for, make_workshop

pytestmark = pytest.mark.django_db

DAYS = (1, 20, 400, 900)


def people(*users: User):  # noqa: ANN201
    return User.objects.filter(pk__in=[user.pk for user in users])


def standing_of(user: User, course: CoursePage) -> Standing:
    return standings(people(user), [course]).get((user.pk, course.pk), NOTHING_YET)


def leaders_only(lesson: LessonPage) -> None:
    closed = PageViewRestriction.objects.create(
        page=lesson, restriction_type=PageViewRestriction.GROUPS
    )
    closed.groups.add(group_for_role(Role.LEAD, "Leads"))


def asking_for(course: CoursePage, **asks: bool) -> CoursePage:
    CoursePage.objects.filter(pk=course.pk).update(**asks)
    return CoursePage.objects.get(pk=course.pk)


def some_lessons(user: User, course: CoursePage, rng: random.Random) -> None:
    enrol(person_id=user.pk, course=course)
    for lesson in lessons_of(course):
        if rng.random() < 0.7:
            view = view_lesson(person_id=user.pk, lesson=lesson)
            if rng.random() < 0.8:
                set_done(view)


def trainers_say(user: User, course: CoursePage, rng: random.Random) -> None:
    if course.needs_attendance and rng.random() < 0.7:
        workshop = Workshop.objects.filter(course=course).first() or make_workshop(course)
        came = rng.choice([None, True, False])
        Booking.objects.create(workshop=workshop, person=user, came=came)
    if course.needs_sign_off and rng.random() < 0.7:
        ready = rng.random() < 0.6
        SignOff.objects.create(course=course, person=user, is_ready=ready)


def live_a_while(user: User, course: CoursePage, rng: random.Random) -> None:
    """Some of what may happen to somebody in a course."""
    trainers_say(user, course, rng)
    if course.final_quiz() is None:
        some_lessons(user, course, rng)
        return
    if course.needs_attendance or course.needs_sign_off:
        sit_quiz(user, course, right=rng.choice([0, 1]))
        certify_waiting(person_id=user.pk, course=course)
        return
    did = rng.choice(["nothing", "enrol", "lessons", "open", "answers", "fail", "pass", "revoked"])
    if did == "enrol":
        enrol(person_id=user.pk, course=course)
    if did == "lessons":
        some_lessons(user, course, rng)
    if did == "open":
        begin_attempt(user, course)
    if did == "answers":
        answer_all(begin_attempt(user, course), right=1)
    if did == "fail":
        sit_quiz(user, course, right=0)
    if did in ("pass", "revoked"):
        certificate = earn_certificate(user, course)
        if did == "revoked":
            revoke(certificate)


@pytest.mark.parametrize("seed", range(4))
def test_many_at_once_agree_with_one_by_one(seed: int) -> None:
    rng = random.Random(seed)
    courses = [
        course_with_quiz(attempts_allowed=1),
        course_with_quiz(attempts_allowed=None),
        make_course(2),
        make_course(3),
        make_course(0),
        course_asking_for(attendance=True, attempts_allowed=1),
        course_asking_for(sign_off=True),
        asking_for(make_course(1), needs_attendance=True),
    ]
    leaders_only(lessons_of(courses[3])[0])
    users = [UserFactory() for _ in range(6)]
    with_role(users[0], Role.LEAD, area=AreaFactory())
    with time_machine.travel(timezone.now() - datetime.timedelta(days=rng.choice(DAYS))):
        for user in users:
            for course in courses:
                live_a_while(user, course, rng)
    together = standings(people(*users), courses)
    for user in users:
        for course in courses:
            alone = course_status(reader_for(user), course)
            standing = together.get((user.pk, course.pk), NOTHING_YET)
            assert standing.state is alone.state, (user, course)
            certificate = alone.certificate
            assert standing.valid_until == (certificate and certificate.valid_until)


def test_a_course_without_a_quiz_is_done_on_the_day_of_its_last_lesson() -> None:
    user, course = UserFactory(), make_course(2)
    with time_machine.travel(datetime.datetime(2026, 3, 4, 12, tzinfo=datetime.UTC)):
        finish_lessons(user, course)
    standing = standing_of(user, course)
    assert (standing.state, standing.done_on) == (State.DONE, datetime.date(2026, 3, 4))


def test_a_certificate_says_when_it_was_done_and_how_long_it_counts() -> None:
    user, course = UserFactory(), course_with_quiz()
    certificate = earn_certificate(user, course)
    standing = standing_of(user, course)
    assert standing.done_on == timezone.localdate(certificate.issued_at)
    assert standing.valid_until == certificate.valid_until


def test_the_number_of_queries_does_not_grow_with_people(
    django_assert_num_queries,
) -> None:
    courses = [course_with_quiz(), make_course(2)]
    for _ in range(3):
        for course in courses:
            finish_lessons(UserFactory(), course)
    everyone = User.objects.all()
    with django_assert_num_queries(8):
        standings(everyone, courses)
    for course in courses:
        finish_lessons(UserFactory(), course)
    with django_assert_num_queries(8):
        standings(everyone, courses)
