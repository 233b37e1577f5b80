"""Time limits, extra time, and pauses between attempts, all by the server's clock."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from courses.errors import OutOfTurn, TimeIsUp, TooSoon
from courses.models import Attempt, ExtraTime
from courses.services.attempts import (
    hand_in_late_attempts,
    save_answer,
    skip_question,
    start_attempt,
    submit_attempt,
)
from courses.services.status import course_status
from courses.services.timing import minutes_allowed
from hub.access.readers import reader_for
from tests.factories.courses import begin_attempt, course_with_quiz, option_ids, quiz_of, sit_quiz
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def timed_attempt(minutes: int = 20, questions: int = 3) -> Attempt:
    course = course_with_quiz(questions=questions, minutes_allowed=minutes)
    return begin_attempt(UserFactory(), course)


def answer(attempt: Attempt, order: int = 1) -> None:
    save_answer(attempt=attempt, order=order, answer=option_ids(attempt, order, right=True))


def after(attempt: Attempt, **since_end: int) -> time_machine.travel:
    return time_machine.travel(attempt.ends_at + datetime.timedelta(**since_end), tick=False)


def test_a_quiz_without_a_limit_never_ends() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz())
    assert attempt.ends_at is None
    with time_machine.travel(timezone.now() + datetime.timedelta(days=400)):
        answer(attempt)


@pytest.mark.parametrize(
    ("minutes", "percent", "allowed"), [(20, None, 20), (20, 25, 25), (5, 10, 6), (10, 100, 20)]
)
def test_extra_time_is_added_and_rounded_up(
    minutes: int, percent: int | None, allowed: int
) -> None:
    course, user = course_with_quiz(minutes_allowed=minutes), UserFactory()
    if percent:
        ExtraTime.objects.create(person=user, percent=percent)
    assert minutes_allowed(quiz_of(course), user.pk) == allowed
    attempt = begin_attempt(user, course)
    assert attempt.ends_at - attempt.started_at == datetime.timedelta(minutes=allowed)


def test_an_answer_within_the_grace_still_counts() -> None:
    attempt = timed_attempt()
    with after(attempt, seconds=59):
        answer(attempt)
    assert attempt.items.get(order=1).answer


@pytest.mark.parametrize("late", [answer, lambda attempt: skip_question(attempt=attempt, order=1)])
def test_a_late_answer_is_refused(late) -> None:
    attempt = timed_attempt()
    with after(attempt, seconds=61), pytest.raises(TimeIsUp):
        late(attempt)
    assert attempt.items.get(order=1).answer is None


def test_when_the_time_is_up_unseen_questions_count_as_wrong() -> None:
    attempt = timed_attempt(questions=2)
    answer(attempt)
    with pytest.raises(OutOfTurn):
        submit_attempt(attempt=attempt)
    with after(attempt, seconds=1):
        result = submit_attempt(attempt=attempt)
    assert (result.score, result.marks_possible, result.passed) == (1, 2, False)


def test_what_was_left_behind_is_handed_in_once_the_grace_is_over() -> None:
    attempt, untimed = timed_attempt(), begin_attempt(UserFactory(), course_with_quiz())
    with after(attempt, seconds=59):
        assert hand_in_late_attempts() == "0 handed in"
    with after(attempt, seconds=61):
        assert hand_in_late_attempts() == "1 handed in"
        assert hand_in_late_attempts() == "0 handed in"
    open_ones = set(Attempt.objects.open().values_list("pk", flat=True))
    assert open_ones == {untimed.pk}


def test_a_later_change_of_the_limit_leaves_an_attempt_under_way_alone() -> None:
    attempt = timed_attempt(minutes=20)
    quiz = attempt.quiz
    quiz.minutes_allowed = 5
    quiz.save()
    with after(attempt, minutes=-10):
        answer(Attempt.objects.get(pk=attempt.pk))
    assert attempt.items.get(order=1).answer


def test_the_next_attempt_waits_as_long_as_the_quiz_says() -> None:
    course, user = course_with_quiz(hours_between=24), UserFactory()
    last = sit_quiz(user, course, right=0)
    reader = reader_for(user)
    with pytest.raises(TooSoon):
        start_attempt(reader=reader, quiz=quiz_of(course))
    assert not course_status(reader, course).quiz.may_start
    with time_machine.travel(last.submitted_at + datetime.timedelta(hours=24, seconds=1)):
        assert course_status(reader, course).quiz.may_start
        assert start_attempt(reader=reader, quiz=quiz_of(course)) != last


def test_without_a_pause_one_may_try_again_at_once() -> None:
    course, user = course_with_quiz(), UserFactory()
    sit_quiz(user, course, right=0)
    assert course_status(reader_for(user), course).quiz.may_start
