"""How questions do: figures worked out by hand, and what they lead to."""

import datetime

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from courses.analysis.mending import FEWEST, reasons
from courses.analysis.questions import Choice, QuestionFigures, Row, Sums, question_figures, tally
from courses.models import Attempt, AttemptItem, Question
from courses.services.questions import write_version
from courses.services.quizzes import make_practice
from tests.factories.courses import (
    begin_attempt,
    course_asking,
    course_with_quiz,
    example_question,
    make_question,
    practice_of,
    practise,
    quiz_of,
    sit_quiz,
)
from tests.factories.people import UserFactory

START = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)
QUESTION = Question(pk=1)


def rows(*attempts: tuple[float, ...]) -> list[Row]:
    """Each attempt's marks; one answer a minute."""
    return [
        Row(number, START, version, ["a"], START + datetime.timedelta(minutes=version), marks)
        for number, attempt in enumerate(attempts)
        for version, marks in enumerate(attempt, start=1)
    ]


def test_facility_is_the_mean_of_the_marks() -> None:
    found = tally(rows((1, 0), (0.5, 0), (0, 1), (1, 0)))
    assert found[1].marks.mean == 0.625
    assert found[2].marks.mean == 0.25


def test_discrimination_compares_with_the_rest_of_the_attempt() -> None:
    """The first question goes with the other two, the third against them."""
    found = tally(rows((1, 1, 0), (1, 1, 0), (0, 0, 1), (0, 1, 1)))
    # Marks 1, 1, 0, 0; the rest 1, 1, 1, 2: covariance −1/8, variances 1/4 and 3/16.
    assert found[1].marks.correlation == pytest.approx(-0.125 / (0.25 * 0.1875) ** 0.5)
    # Marks 0, 0, 1, 1; the rest 2, 2, 0, 1: covariance −3/8, variances 1/4 and 11/16.
    assert found[3].marks.correlation == pytest.approx(-0.375 / (0.25 * 0.6875) ** 0.5)


def test_what_everybody_gets_right_discriminates_nothing() -> None:
    assert tally(rows((1, 0), (1, 1)))[1].marks.correlation is None


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 20)), min_size=1, max_size=40))
def test_a_correlation_stays_within_its_bounds(pairs: list[tuple[float, float]]) -> None:
    sums = Sums()
    for x, y in pairs:
        sums.add(x, y)
    assert sums.correlation is None or -1.000001 <= sums.correlation <= 1.000001


def test_time_runs_from_the_answer_before_and_leaves_out_long_pauses() -> None:
    answered = [60, 90, 90 + 3600]
    found = tally(
        Row(1, START, version, ["a"], START + datetime.timedelta(seconds=seconds), 1)
        for version, seconds in enumerate(answered)
    )
    assert [found[version].seconds for version in range(3)] == [[60], [30], []]


@pytest.mark.django_db
def test_figures_of_a_quiz_count_what_was_handed_in_alone() -> None:
    course = course_with_quiz(questions=3)
    for right in (3, 1):
        sit_quiz(UserFactory(), course, right=right)
    begin_attempt(UserFactory(), course)
    figures = question_figures(quiz_of(course))
    assert [one.asked for one in figures] == [2, 2, 2]
    assert sum(one.facility or 0 for one in figures) == 2
    easiest = figures[-1]
    assert (easiest.facility, easiest.discrimination) == (1, None)
    assert {choice.text: choice.percent for choice in easiest.choices} == {
        "Ask who benefits": 100,
        "Record it as choice": 0,
        "Wait for proof": 0,
    }


@pytest.mark.django_db
def test_an_edited_question_begins_anew() -> None:
    course = course_with_quiz(questions=1)
    sit_quiz(UserFactory(), course, right=1)
    question = Question.objects.get()
    version = question.newest
    write_version(
        question=question, kind=version.kind, stem="New", data=version.data, explanation=""
    )
    assert question_figures(quiz_of(course)) == []


@pytest.mark.django_db
def test_what_does_not_count_is_left_out() -> None:
    course = course_asking(example_question("reflection"), make_question())
    attempt = begin_attempt(UserFactory(), course)
    AttemptItem.objects.filter(attempt=attempt, order=2).update(marks=1)
    Attempt.objects.filter(pk=attempt.pk).update(submitted_at=timezone.now())
    (only,) = question_figures(quiz_of(course))
    assert only.question.newest.kind == "single_choice"


def figures(**fields: object) -> QuestionFigures:
    sound = {
        "question": QUESTION,
        "asked": FEWEST,
        "facility": 0.7,
        "discrimination": 0.4,
        "seconds": 40.0,
        "choices": (Choice("Right", True, 0.7), Choice("Wrong", False, 0.3)),
    }
    return QuestionFigures(**(sound | fields))  # type: ignore[arg-type]


def test_a_sound_question_is_left_alone() -> None:
    assert reasons(figures()) == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"facility": 0.96}, "Nearly everybody"),
        ({"facility": 0.29}, "Most get it wrong"),
        ({"discrimination": 0.05}, "is the right answer right?"),
        (
            {"choices": (Choice("Yes", True, 0.4), Choice("No", False, 0.6))},
            "More choose “No” than what is right",
        ),
        (
            {"choices": (Choice("Yes", True, 0.9), Choice("Never", False, 0.01))},
            "Hardly anybody chooses “Never”",
        ),
    ],
)
def test_each_reason_is_told_once_enough_people_answered(
    fields: dict[str, object], words: str
) -> None:
    assert any(words in reason for reason in reasons(figures(**fields)))
    assert reasons(figures(asked=FEWEST - 1, **fields)) == []


@pytest.mark.django_db
def test_of_practice_the_first_attempt_of_each_person_counts() -> None:
    practice = practice_of(course_with_quiz(questions=1), questions=2)
    user = UserFactory()
    for right in (0, 2, 2):
        practise(user, practice, right=right)
    practise(UserFactory(), practice, right=2)
    figures = question_figures(practice)
    assert [(one.asked, one.facility) for one in figures] == [(2, 0.5), (2, 0.5)]


@pytest.mark.django_db
def test_practice_does_not_change_the_figures_of_the_final_quiz() -> None:
    course = course_with_quiz(questions=1)
    sit_quiz(UserFactory(), course, right=1)
    questions = [place.question for place in quiz_of(course).places.all()]
    practise(UserFactory(), make_practice(course=course, title="P", questions=questions), right=0)
    assert [(one.asked, one.facility) for one in question_figures(quiz_of(course))] == [(1, 1)]
