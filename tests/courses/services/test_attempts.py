"""Taking a quiz: order, replay, foreign answers, and what is kept."""

from decimal import Decimal

import pytest

from courses.errors import (
    AlreadyPassed,
    AlreadySubmitted,
    ForeignAnswer,
    LessonsMissing,
    NoAttemptsLeft,
    OutOfTurn,
    QuizIsEmpty,
)
from courses.models import Attempt, Certificate, Question
from courses.services.attempts import save_answer, skip_question, start_attempt, submit_attempt
from courses.services.lessons import complete_lesson, enrol
from courses.services.quizzes import make_quiz
from hub.access.readers import reader_for
from tests.factories.courses import (
    answer_all,
    begin_attempt,
    course_asking,
    course_with_quiz,
    earn_certificate,
    example_question,
    finish_lessons,
    lessons_of,
    make_course,
    make_question,
    option_ids,
    quiz_of,
    sit_quiz,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def start(user, course) -> Attempt:
    return start_attempt(reader=reader_for(user), quiz=quiz_of(course))


def test_a_quiz_waits_for_every_lesson() -> None:
    course, user = course_with_quiz(lessons=2), UserFactory()
    complete_lesson(person_id=user.pk, lesson=lessons_of(course)[0])
    with pytest.raises(LessonsMissing):
        start(user, course)


def test_someone_who_never_started_the_course_gets_no_attempt() -> None:
    with pytest.raises(LessonsMissing):
        start(UserFactory(), course_with_quiz(lessons=0))


def test_starting_again_gives_the_attempt_under_way() -> None:
    course, user = course_with_quiz(), UserFactory()
    assert begin_attempt(user, course) == start(user, course)


def test_an_empty_quiz_is_refused() -> None:
    course, user = course_with_quiz(questions=0), UserFactory()
    enrol(person_id=user.pk, course=course)
    finish_lessons(user, course)
    with pytest.raises(QuizIsEmpty):
        start(user, course)


def test_attempts_run_out() -> None:
    course, user = course_with_quiz(attempts_allowed=2), UserFactory()
    sit_quiz(user, course, right=0)
    sit_quiz(user, course, right=0)
    with pytest.raises(NoAttemptsLeft):
        start(user, course)


def test_attempts_without_a_limit_go_on() -> None:
    course, user = course_with_quiz(attempts_allowed=None), UserFactory()
    for _ in range(4):
        sit_quiz(user, course, right=0)
    assert start(user, course).is_open


def test_a_passed_quiz_is_not_taken_again_while_the_certificate_holds() -> None:
    course, user = course_with_quiz(), UserFactory()
    earn_certificate(user, course)
    with pytest.raises(AlreadyPassed):
        start(user, course)


def test_a_mixed_quiz_asks_every_question_once() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz(questions=8))
    asked = attempt.items.values_list("question_version__question", flat=True)
    assert sorted(asked) == sorted(Question.objects.values_list("pk", flat=True))


def test_an_unmixed_quiz_keeps_its_order() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz(questions=6, shuffle=False))
    stems = attempt.items.values_list("question_version__stem", flat=True)
    assert list(stems) == [f"Question {n}" for n in range(6)]


def test_two_attempts_mix_the_questions_differently() -> None:
    course = course_with_quiz(questions=12)
    orders = {
        tuple(begin_attempt(UserFactory(), course).items.values_list("question_version", flat=True))
        for _ in range(3)
    }
    assert len(orders) > 1


def test_an_answer_is_kept_as_given() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz())
    chosen = option_ids(attempt, 1, right=False)[:1]
    save_answer(attempt=attempt, order=1, answer=chosen)
    assert attempt.items.get(order=1).answer == chosen


def test_saving_one_answer_twice_changes_nothing() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz())
    for _ in range(2):
        save_answer(attempt=attempt, order=1, answer=option_ids(attempt, 1, right=True))
    attempt.refresh_from_db()
    assert attempt.reached == 2


def test_an_earlier_answer_can_be_changed() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz())
    wrong, right = option_ids(attempt, 1, right=False)[:1], option_ids(attempt, 1, right=True)
    save_answer(attempt=attempt, order=1, answer=wrong)
    skip_question(attempt=attempt, order=2)
    save_answer(attempt=attempt, order=1, answer=right)
    attempt.refresh_from_db()
    assert (attempt.items.get(order=1).answer, attempt.reached) == (right, 3)


def test_a_question_whose_turn_has_not_come_is_refused() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz())
    with pytest.raises(OutOfTurn):
        save_answer(attempt=attempt, order=2, answer=option_ids(attempt, 2, right=True))


@pytest.mark.parametrize("order", [0, -1, 4])
def test_a_question_that_does_not_exist_is_refused(order: int) -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz(questions=3))
    Attempt.objects.filter(pk=attempt.pk).update(reached=4)
    with pytest.raises(OutOfTurn):
        save_answer(attempt=attempt, order=order, answer=["a"])


def test_an_answer_of_another_question_is_refused() -> None:
    other = make_question(options=[{"text": "Elsewhere", "right": True}, {"text": "No"}])
    foreign = [other.current.data["options"][0]["id"]]
    attempt = begin_attempt(UserFactory(), course_with_quiz())
    with pytest.raises(ForeignAnswer):
        save_answer(attempt=attempt, order=1, answer=foreign)


def test_an_answer_after_handing_in_is_refused() -> None:
    attempt = sit_quiz(UserFactory(), course_with_quiz(), right=1)
    with pytest.raises(AlreadySubmitted):
        save_answer(attempt=attempt, order=1, answer=option_ids(attempt, 1, right=True))


def test_handing_in_with_questions_unseen_is_refused() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz())
    with pytest.raises(OutOfTurn):
        submit_attempt(attempt=attempt)


def test_handing_in_twice_keeps_the_first_result() -> None:
    attempt = sit_quiz(UserFactory(), course_with_quiz(), right=3)
    again = submit_attempt(attempt=attempt)
    assert again.submitted_at == attempt.submitted_at
    assert Certificate.objects.count() == 1


def test_skipped_questions_count_as_wrong() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz(questions=2))
    for order in (1, 2):
        skip_question(attempt=attempt, order=order)
    result = submit_attempt(attempt=attempt)
    assert (result.score, result.passed) == (Decimal(0), False)


@pytest.mark.parametrize(("right", "passed"), [(3, False), (4, True), (5, True)])
def test_the_pass_mark_itself_passes(right: int, passed: bool) -> None:
    attempt = sit_quiz(UserFactory(), course_with_quiz(questions=5, pass_mark=80), right=right)
    assert attempt.passed is passed
    assert attempt.score == right


def test_part_marks_that_add_up_exactly_pass() -> None:
    """Three thirds are a quarter of four, though 0.3333 three times is less."""
    options = [*({"text": f"Right {n}", "right": True} for n in range(3)), {"text": "Wrong"}]
    asked = [make_question(f"Q {n}", "multiple_choice", options=options) for n in range(4)]
    course = make_course()
    make_quiz(course=course, title="Quiz", questions=asked, pass_mark=25)
    attempt = begin_attempt(UserFactory(), course)
    for order in (1, 2, 3):
        save_answer(attempt=attempt, order=order, answer=option_ids(attempt, order, right=True)[:1])
    skip_question(attempt=attempt, order=4)
    assert submit_attempt(attempt=attempt).passed


def test_a_change_of_pass_mark_leaves_an_open_attempt_alone() -> None:
    course, user = course_with_quiz(questions=2, pass_mark=50), UserFactory()
    attempt = answer_all(begin_attempt(user, course), right=1)
    quiz = quiz_of(course)
    quiz.pass_mark = 100
    quiz.save()
    assert submit_attempt(attempt=attempt).passed


def test_a_failed_attempt_earns_no_certificate() -> None:
    sit_quiz(UserFactory(), course_with_quiz(), right=0)
    assert not Certificate.objects.exists()


def test_what_is_not_scored_counts_neither_way() -> None:
    course = course_asking(make_question(), example_question("confidence"), pass_mark=100)
    attempt = begin_attempt(UserFactory(), course)
    save_answer(attempt=attempt, order=1, answer=option_ids(attempt, 1, right=True))
    save_answer(attempt=attempt, order=2, answer=1)
    result = submit_attempt(attempt=attempt)
    assert (result.score, result.marks_possible, result.passed) == (1, 1, True)
    assert attempt.items.get(order=2).marks is None


def test_a_quiz_of_nothing_that_counts_is_refused() -> None:
    with pytest.raises(QuizIsEmpty):
        begin_attempt(UserFactory(), course_asking(example_question("confidence")))


@pytest.mark.parametrize(("right", "passed"), [(True, True), (False, False)])
def test_nobody_passes_with_a_question_wrong_that_must_be_right(right: bool, passed: bool) -> None:
    vital = make_question("Is she safe now?")
    vital.must_pass = True
    vital.save()
    course = course_asking(*(make_question(f"Q {n}") for n in range(9)), vital, pass_mark=80)
    attempt = begin_attempt(UserFactory(), course)
    for order in range(1, 11):
        chosen = option_ids(attempt, order, right=right or order < 10)[:1]
        save_answer(attempt=attempt, order=order, answer=chosen)
    assert submit_attempt(attempt=attempt).passed is passed


def test_what_must_be_right_is_settled_when_an_attempt_starts() -> None:
    question = make_question()
    attempt = begin_attempt(
        UserFactory(), course_asking(make_question("Q"), question, pass_mark=50)
    )
    question.must_pass = True
    question.save()
    assert submit_attempt(attempt=answer_all(attempt, right=1)).passed


def test_a_situation_opens_the_next_question_at_its_end() -> None:
    course = course_asking(example_question("scenario"), make_question())
    attempt = begin_attempt(UserFactory(), course)
    steps = attempt.items.get(order=1).question_version.data["steps"]
    first, then = steps[0]["options"][0]["id"], steps[1]["options"][0]["id"]
    save_answer(attempt=attempt, order=1, answer=[first])
    with pytest.raises(OutOfTurn):
        skip_question(attempt=attempt, order=2)
    save_answer(attempt=attempt, order=1, answer=[first, then])
    skip_question(attempt=attempt, order=2)
