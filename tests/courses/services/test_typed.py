"""What is given and not sent yet: kept in its order, counted at the end, never more than that."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from courses.enums import Feedback
from courses.errors import (
    AlreadySubmitted,
    AnswerStands,
    ForeignAnswer,
    OutOfTurn,
    QuizRefused,
    SavedElsewhere,
    TimeIsUp,
)
from courses.models import Attempt, AttemptItem
from courses.services.attempts import save_answer, skip_question, submit_attempt
from courses.services.timing import end_of_attempt
from courses.services.typed import keep_typed
from tests.factories.courses import (
    begin_attempt,
    course_asking,
    course_with_quiz,
    example_question,
    make_question,
    option_ids,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt() -> Attempt:
    return begin_attempt(UserFactory(), course_with_quiz(questions=2))


def item_of(attempt: Attempt, order: int = 1) -> AttemptItem:
    return attempt.items.get(order=order)


def choose(attempt: Attempt, place: int, *, seen: str, stamp: str) -> AttemptItem:
    """The first question gets one of its three options."""
    options = item_of(attempt).question_version.data["options"]
    typed = {"answer": [options[place]["id"]]}
    return keep_typed(attempt=attempt, order=1, typed=typed, seen=seen, stamp=stamp)


def chosen(attempt: Attempt) -> int:
    item = item_of(attempt)
    ids = [option["id"] for option in item.question_version.data["options"]]
    return ids.index(item.typed["answer"][0])


def test_it_opens_no_question_and_is_no_answer(attempt: Attempt) -> None:
    choose(attempt, 0, seen="", stamp="a.1")
    attempt.refresh_from_db()
    assert (attempt.reached, item_of(attempt).answer) == (1, None)


def test_an_older_save_of_the_same_page_never_replaces_a_newer(attempt: Attempt) -> None:
    choose(attempt, 0, seen="", stamp="a.2")
    with pytest.raises(SavedElsewhere):
        choose(attempt, 1, seen="", stamp="a.1")
    assert chosen(attempt) == 0


def test_a_page_that_heard_nothing_goes_on_from_what_it_sent_itself(attempt: Attempt) -> None:
    choose(attempt, 0, seen="", stamp="a.1")
    choose(attempt, 1, seen="", stamp="a.10")
    assert chosen(attempt) == 1


def test_the_same_twice_is_only_confirmed(attempt: Attempt) -> None:
    choose(attempt, 0, seen="", stamp="a.1")
    assert choose(attempt, 0, seen="", stamp="a.1").stamp == "a.1"
    assert choose(attempt, 0, seen="", stamp="b.1").stamp == "a.1"


def test_a_second_device_goes_on_where_the_first_stopped(attempt: Attempt) -> None:
    choose(attempt, 0, seen="", stamp="a.1")
    choose(attempt, 1, seen="a.1", stamp="b.1")
    assert chosen(attempt) == 1


def test_a_device_that_was_away_does_not_undo_what_another_saved(attempt: Attempt) -> None:
    choose(attempt, 0, seen="", stamp="a.1")
    choose(attempt, 1, seen="a.1", stamp="b.1")
    with pytest.raises(SavedElsewhere):
        choose(attempt, 2, seen="a.1", stamp="a.2")
    assert chosen(attempt) == 1


def test_what_was_on_its_way_when_the_button_was_pressed_comes_too_late(attempt: Attempt) -> None:
    choose(attempt, 0, seen="", stamp="a.1")
    save_answer(attempt=attempt, order=1, answer=option_ids(attempt, 1, right=True))
    with pytest.raises(SavedElsewhere):
        choose(attempt, 1, seen="a.1", stamp="a.2")
    assert item_of(attempt).typed is None


def test_it_counts_when_the_attempt_is_handed_in(attempt: Attempt) -> None:
    choose(attempt, 0, seen="", stamp="a.1")
    for order in (1, 2):
        skip_question(attempt=attempt, order=order)
    submit_attempt(attempt=attempt)
    item = item_of(attempt)
    assert (item.marks, item.answer, item.typed) == (1, option_ids(attempt, 1, right=True), None)


def test_half_an_answer_does_not_count_and_does_not_undo_a_whole_one() -> None:
    attempt = begin_attempt(UserFactory(), course_asking(example_question("matching")))
    rows = item_of(attempt).question_version.data["pairs"]
    right = {row["id"]: row["right"] for row in rows}
    save_answer(attempt=attempt, order=1, answer=right)
    typed = {f"answer-{row['id']}": [""] for row in rows}
    keep_typed(attempt=attempt, order=1, typed=typed, seen=item_of(attempt).stamp, stamp="a.1")
    submit_attempt(attempt=attempt)
    assert item_of(attempt).answer == right


def test_a_situation_that_unfolds_waits_for_the_button() -> None:
    attempt = begin_attempt(UserFactory(), course_asking(example_question("scenario")))
    first = item_of(attempt).question_version.data["steps"][0]["options"][0]["id"]
    keep_typed(attempt=attempt, order=1, typed={"answer": [first]}, seen="", stamp="a.1")
    assert item_of(attempt).answer is None


def test_where_right_is_told_at_once_it_is_not_told_before_the_button() -> None:
    user = UserFactory()
    attempt = begin_attempt(user, course_with_quiz(questions=1, feedback=Feedback.AT_ONCE))
    choose(attempt, 1, seen="", stamp="a.1")
    choose(attempt, 0, seen="a.1", stamp="a.2")
    assert chosen(attempt) == 0
    save_answer(attempt=attempt, order=1, answer=option_ids(attempt, 1, right=False)[:1])
    with pytest.raises(AnswerStands):
        choose(attempt, 0, seen=item_of(attempt).stamp, stamp="a.3")


@pytest.mark.parametrize("typed", [["nowhere"], ["nowhere", "either"]])
def test_an_answer_of_another_question_is_refused(attempt: Attempt, typed: list[str]) -> None:
    with pytest.raises(ForeignAnswer):
        keep_typed(attempt=attempt, order=1, typed={"answer": typed}, seen="", stamp="a.1")


def test_what_belongs_to_no_control_is_not_kept(attempt: Attempt) -> None:
    typed = {"answer": option_ids(attempt, 1, right=True), "marks": ["1"]}
    item = keep_typed(attempt=attempt, order=1, typed=typed, seen="", stamp="a.1")
    assert set(item.typed) == {"answer"}


def test_a_sign_that_no_database_keeps_is_left_out() -> None:
    attempt = begin_attempt(
        UserFactory(), course_asking(make_question(), example_question("number"))
    )
    skip_question(attempt=attempt, order=1)
    item = keep_typed(attempt=attempt, order=2, typed={"answer": ["1\x002"]}, seen="", stamp="a.1")
    assert item.typed == {"answer": ["12"]}


@pytest.mark.parametrize("order", [0, 2, 3, 99])
def test_a_question_whose_turn_has_not_come_takes_nothing(attempt: Attempt, order: int) -> None:
    with pytest.raises(OutOfTurn):
        keep_typed(attempt=attempt, order=order, typed={}, seen="", stamp="a.1")


def test_a_closed_attempt_takes_nothing(attempt: Attempt) -> None:
    for order in (1, 2):
        skip_question(attempt=attempt, order=order)
    submit_attempt(attempt=attempt)
    with pytest.raises(AlreadySubmitted):
        choose(attempt, 0, seen="", stamp="a.1")


@pytest.mark.parametrize(("late", "refused"), [(59, None), (61, TimeIsUp)])
def test_the_server_clock_says_what_is_late(late: int, refused: type[QuizRefused] | None) -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz(minutes_allowed=10))
    end = end_of_attempt(attempt.quiz, attempt.person_id, attempt.started_at)
    with time_machine.travel(
        (end or timezone.now()) + datetime.timedelta(seconds=late), tick=False
    ):
        if refused:
            with pytest.raises(refused):
                choose(attempt, 0, seen="", stamp="a.1")
        else:
            assert choose(attempt, 0, seen="", stamp="a.1").typed
