"""What stays of somebody's answers when the account goes."""

import pytest

from courses.models import Attempt, ExtraTime
from courses.services.attempts import save_answer
from hub.mydata.services import erase_account
from tests.factories.courses import (
    begin_attempt,
    course_asking,
    example_question,
    make_question,
    option_ids,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def answered() -> Attempt:
    """A choice, a word and a reflection."""
    asked = (make_question(), example_question("short_text"), example_question("reflection"))
    attempt = begin_attempt(UserFactory(), course_asking(*asked))
    save_answer(attempt=attempt, order=1, answer=option_ids(attempt, 1, right=True))
    save_answer(attempt=attempt, order=2, answer="Somebody's name")
    save_answer(attempt=attempt, order=3, answer={"text": "What I saw", "covered": []})
    return attempt


def test_own_words_go_and_choices_stay() -> None:
    attempt, other = answered(), answered()
    chosen = attempt.items.get(order=1).answer
    erase_account(person=attempt.person, by=attempt.person)
    answers = [item.answer for item in attempt.items.order_by("order")]
    assert answers == [chosen, None, None]
    assert all(item.answer for item in other.items.all())


def test_nobody_keeps_that_somebody_needed_more_time() -> None:
    user = UserFactory()
    ExtraTime.objects.create(person=user, percent=25)
    erase_account(person=user, by=user)
    assert not ExtraTime.objects.exists()
