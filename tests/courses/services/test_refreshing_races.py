"""Twenty answers at once: five places a week, and one for each question."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from courses.errors import QuizRefused
from courses.models import Question, Refresher
from courses.services.refreshing import refresh, start_refresher
from hub.access.readers import reader_for
from hub.users.models import User
from tests.factories.refreshing import passed

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(work: Callable[[Question], object], questions: list[Question]) -> list[object]:
    def and_close(question: Question) -> object:
        try:
            return work(question)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(questions)) as pool:
        return list(pool.map(and_close, questions))


def answer(user: User, question: Question) -> object:
    chosen = [option["id"] for option in question.newest.data["options"] if option["right"]]
    try:
        return refresh(reader=reader_for(user), question_id=question.pk, answer=chosen)
    except QuizRefused as refusal:
        return refusal


def test_a_week_never_has_a_sixth_and_no_question_twice() -> None:
    user, _course = passed(questions=8)
    refresher = start_refresher(person=user)
    questions = list(Question.objects.ready().order_by("pk"))
    at_once(lambda question: answer(user, question), [*questions, *questions])
    items = Refresher.objects.get(pk=refresher.pk).items
    assert sorted(items.values_list("place", flat=True)) == [1, 2, 3, 4, 5]
    assert len(set(items.values_list("question", flat=True))) == 5
