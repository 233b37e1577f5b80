"""Many people and many clicks at once, on a real database file."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection

from courses.models import Attempt, Certificate, LessonView
from courses.services.attempts import save_answer, start_attempt, submit_attempt
from courses.services.lessons import complete_lesson
from hub.access.readers import reader_for
from hub.users.models import User
from tests.factories.courses import (
    answer_all,
    begin_attempt,
    course_with_quiz,
    finish_lessons,
    lessons_of,
    option_ids,
    quiz_of,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 20
Result = TypeVar("Result")


def all_at_once(work: Callable[[], Result], times: int = AT_ONCE) -> list[Result]:
    """Runs the work in as many threads, each with its own connection, let go together."""
    gate = Barrier(times)

    def run() -> Result:
        try:
            gate.wait(timeout=30)
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return [future.result() for future in [pool.submit(run) for _ in range(times)]]


@pytest.fixture
def user() -> User:
    return UserFactory()


def test_twenty_submits_give_one_result_and_one_certificate(user: User) -> None:
    attempt = answer_all(begin_attempt(user, course_with_quiz()), right=3)
    results = all_at_once(lambda: submit_attempt(attempt=attempt))
    assert len({result.submitted_at for result in results}) == 1
    assert Certificate.objects.filter(attempt=attempt).count() == 1


def test_twenty_starts_give_one_attempt(user: User) -> None:
    course = course_with_quiz()
    finish_lessons(user, course)
    reader, quiz = reader_for(user), quiz_of(course)
    started = all_at_once(lambda: start_attempt(reader=reader, quiz=quiz))
    assert len({attempt.code for attempt in started}) == 1
    assert Attempt.objects.get().items.count() == 3


def test_one_answer_sent_twenty_times_counts_once(user: User) -> None:
    attempt = begin_attempt(user, course_with_quiz())
    chosen = option_ids(attempt, 1, right=True)
    all_at_once(lambda: save_answer(attempt=attempt, order=1, answer=chosen))
    attempt.refresh_from_db()
    assert (attempt.reached, attempt.items.get(order=1).answer) == (2, chosen)


def test_a_lesson_marked_twenty_times_is_one_record(user: User) -> None:
    lesson = lessons_of(course_with_quiz())[0]
    all_at_once(lambda: complete_lesson(person_id=user.pk, lesson=lesson))
    assert LessonView.objects.filter(person=user, lesson=lesson).count() == 1
