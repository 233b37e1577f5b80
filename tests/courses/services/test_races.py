"""Many people and many clicks at once, on a real database file."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from random import Random
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
# Rounds of submits in one block: the first block for every run, all ten for `make test-deep`.
ROUNDS = 50
BLOCKS = [0, *(pytest.param(block, marks=pytest.mark.deep) for block in range(1, 10))]
Result = TypeVar("Result")


class Crowd:
    """So many people at once: threads that each keep a connection of their own."""

    def __init__(self, size: int = AT_ONCE) -> None:
        self.size, self.gate = size, Barrier(size)
        self.pool = ThreadPoolExecutor(size)

    def together(self, work: Callable[[], Result]) -> list[Result]:
        """What each got who was let go together with the others. The first error is raised."""

        def wait_and_work() -> Result:
            self.gate.wait(timeout=30)
            return work()

        futures = [self.pool.submit(wait_and_work) for _ in range(self.size)]
        return [future.result() for future in futures]

    def leave(self) -> None:
        self.together(lambda: connection.close())
        self.pool.shutdown()


@pytest.fixture
def crowd() -> Iterator[Crowd]:
    crowd = Crowd()
    yield crowd
    crowd.leave()


@pytest.fixture
def user() -> User:
    return UserFactory()


@pytest.mark.parametrize("block", BLOCKS)
def test_twenty_submits_give_one_result_and_at_most_one_certificate(
    crowd: Crowd, block: int
) -> None:
    """In every other round, about, somebody passes."""
    course, chance = course_with_quiz(lessons=1, questions=3, pass_mark=60), Random(block)
    for _round in range(ROUNDS):
        attempt = answer_all(begin_attempt(UserFactory(), course), right=chance.randrange(4))
        results = crowd.together(lambda attempt=attempt: submit_attempt(attempt=attempt))
        assert len({(r.submitted_at, r.score, r.passed) for r in results}) == 1
        certificates = Certificate.objects.filter(attempt=attempt).count()
        assert certificates == (1 if results[0].passed else 0)


def test_twenty_starts_give_one_attempt(crowd: Crowd, user: User) -> None:
    course = course_with_quiz()
    finish_lessons(user, course)
    reader, quiz = reader_for(user), quiz_of(course)
    started = crowd.together(lambda: start_attempt(reader=reader, quiz=quiz))
    assert len({attempt.code for attempt in started}) == 1
    assert Attempt.objects.get().items.count() == 3


def test_one_answer_sent_twenty_times_counts_once(crowd: Crowd, user: User) -> None:
    attempt = begin_attempt(user, course_with_quiz())
    chosen = option_ids(attempt, 1, right=True)
    crowd.together(lambda: save_answer(attempt=attempt, order=1, answer=chosen))
    attempt.refresh_from_db()
    assert (attempt.reached, attempt.items.get(order=1).answer) == (2, chosen)


def test_a_lesson_marked_twenty_times_is_one_record(crowd: Crowd, user: User) -> None:
    lesson = lessons_of(course_with_quiz())[0]
    crowd.together(lambda: complete_lesson(person_id=user.pk, lesson=lesson))
    assert LessonView.objects.filter(person=user, lesson=lesson).count() == 1
