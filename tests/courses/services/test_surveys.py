"""What people say of a course: at three moments by the hub's clock, and never in anybody's way."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from courses.enums import Moment
from courses.models import CoursePage, SurveyAnswer
from courses.services.lessons import enrol
from courses.services.status import course_status
from courses.services.surveys import THREE_MONTHS, moment_of, offered
from hub.access.groups import group_for_area
from hub.access.readers import reader_for
from hub.pages.written import stream
from hub.users.models import User
from tests.factories import pages
from tests.factories.courses import (
    course_with_quiz,
    earn_certificate,
    finish_lessons,
    lessons_of,
    make_course,
)
from tests.factories.people import AreaFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db

OUTCOMES = stream("surveyed", [("outcome", "See the signs"), ("outcome", "Share at once")])


@pytest.fixture
def course() -> CoursePage:
    return make_course(2, outcomes=OUTCOMES)


@pytest.fixture
def learner(course: CoursePage) -> User:
    user = UserFactory()
    enrol(person_id=user.pk, course=course)
    return user


@pytest.fixture
def client(client: Client, learner: User) -> Client:
    sign_in(client, learner)
    return client


def address(course: CoursePage) -> str:
    return f"/learning/courses/{course.pk}/survey/"


def moment(user: User, course: CoursePage) -> tuple[Moment, int] | None:
    return moment_of(course_status(reader_for(user), course))


def fields_of(course: CoursePage, *values: int) -> dict[str, int]:
    ids = [block.id for block in CoursePage.objects.get(pk=course.pk).outcomes]
    return {f"outcome-{pk}": value for pk, value in zip(ids, values, strict=False)}


def ratings() -> list[list[int]]:
    """In the order of the outcomes; PostgreSQL keeps names in one of its own."""
    return [
        [answer.ratings[block.id] for block in answer.course.outcomes if block.id in answer.ratings]
        for answer in SurveyAnswer.objects.order_by("pk")
    ]


def test_the_moments_follow_the_clock(learner: User, course: CoursePage) -> None:
    assert moment(UserFactory(), course) is None
    assert moment(learner, course) == (Moment.BEFORE, 1)
    finish_lessons(learner, course)
    assert moment(learner, course) == (Moment.AFTER, 1)
    with time_machine.travel(timezone.now() + THREE_MONTHS):
        assert moment(learner, course) == (Moment.LATER, 1)


def test_a_renewal_begins_a_new_cycle() -> None:
    course, user = course_with_quiz(), UserFactory()
    with time_machine.travel("2026-01-05 12:00 +0000"):
        earn_certificate(user, course)
        assert moment(user, course) == (Moment.AFTER, 1)
    with time_machine.travel("2028-02-05 12:00 +0000"):
        assert moment(user, course) == (Moment.BEFORE, 2)
        earn_certificate(user, course)
        assert moment(user, course) == (Moment.AFTER, 2)


def test_who_starts_is_asked_beside_the_lesson_and_nothing_waits(
    client: Client, course: CoursePage
) -> None:
    lesson = lessons_of(course)[0]
    assert address(course) in client.get(lesson.url).content.decode()
    finished = client.post(f"/learning/lessons/{lesson.pk}/done/")
    assert finished.status_code == 302
    assert address(course) not in client.get(lesson.url).content.decode()


def test_an_answer_is_kept_and_may_change(client: Client, course: CoursePage) -> None:
    for values in ((2, 3), (1, 4)):
        client.post(address(course), {"moment": "before-1", **fields_of(course, *values)})
    assert ratings() == [[1, 4]]


def test_what_was_said_is_found_again_while_it_may_change(
    client: Client, course: CoursePage
) -> None:
    client.post(address(course), {"moment": "before-1", **fields_of(course, 2)})
    assert "Change what you said" in client.get(course.url).content.decode()
    assert "No thanks" not in client.get(address(course)).content.decode()
    client.post(f"/learning/lessons/{lessons_of(course)[0].pk}/done/")
    assert "Change what you said" not in client.get(course.url).content.decode()


def test_what_is_left_out_is_no_answer(client: Client, course: CoursePage) -> None:
    client.post(address(course), {"moment": "before-1", **fields_of(course, 2)})
    assert ratings() == [[2]]


def test_what_isnt_on_the_scale_gets_a_message(client: Client, course: CoursePage) -> None:
    answer = client.post(address(course), {"moment": "before-1", **fields_of(course, 6)})
    assert "govuk-error-message" in answer.content.decode()
    assert ratings() == []


def test_a_form_of_before_isnt_taken_for_after(
    client: Client, learner: User, course: CoursePage
) -> None:
    finish_lessons(learner, course)
    answer = client.post(
        address(course), {"moment": "before-1", **fields_of(course, 1, 1)}, follow=True
    )
    assert "Time has moved on" in answer.content.decode()
    assert ratings() == []


def test_one_click_declines_and_nobody_asks_again(
    client: Client, learner: User, course: CoursePage
) -> None:
    answer = client.post(f"{address(course)}decline/")
    assert answer.url == lessons_of(course)[0].url
    assert offered(reader_for(learner), course_status(reader_for(learner), course)) is None
    assert address(course) not in client.get(course.url).content.decode()


def test_declining_loses_no_answer(client: Client, course: CoursePage) -> None:
    client.post(address(course), {"moment": "before-1", **fields_of(course, 2, 3)})
    client.post(f"{address(course)}decline/")
    assert ratings() == [[2, 3]]


def test_after_it_also_asks_how_useful_it_was(
    client: Client, learner: User, course: CoursePage
) -> None:
    finish_lessons(learner, course)
    client.post(address(course), {"moment": "after-1", "useful": "4", "words": "More cases"})
    answer = SurveyAnswer.objects.get()
    assert (answer.useful, answer.words) == (4, "More cases")


def test_words_that_point_at_somebody_are_asked_about(
    client: Client, learner: User, course: CoursePage
) -> None:
    finish_lessons(learner, course)
    said = {"moment": "after-1", "words": "Ring his mother on 07700 900123"}
    page = client.post(address(course), said).content.decode()
    assert "07700 900123" in page
    assert not SurveyAnswer.objects.exists()


def test_who_has_not_started_finds_nothing(client: Client) -> None:
    assert client.get(address(make_course(outcomes=OUTCOMES))).status_code == 404


def test_who_started_finds_nothing_once_the_course_is_closed(
    client: Client, course: CoursePage
) -> None:
    pages.restrict(course, group_for_area(AreaFactory()))
    assert client.get(address(course)).status_code == 404


def test_a_result_that_is_passed_asks(client: Client) -> None:
    course, user = course_with_quiz(), UserFactory()
    code = earn_certificate(user, course).attempt.code
    sign_in(client, user)
    page = client.get(f"/learning/quizzes/{code}/result/").content.decode()
    assert address(course) in page


@pytest.fixture
def _three_months_later(learner: User, course: CoursePage) -> Iterator[None]:
    finish_lessons(learner, course)
    with time_machine.travel(timezone.now() + THREE_MONTHS + datetime.timedelta(hours=1)):
        yield


@pytest.mark.usefixtures("_three_months_later")
def test_later_it_asks_about_use(learner: User, course: CoursePage, client: Client) -> None:
    sign_in(client, learner)
    said = {"moment": "later-1", "used": "yes", "words": "I rang at once"}
    client.post(address(course), said)
    answer = SurveyAnswer.objects.get()
    assert (answer.moment, answer.used, answer.words) == ("later", "yes", "I rang at once")
