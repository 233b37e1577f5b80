"""Questions are versioned: what people were asked never changes."""

import pytest
from django.core.exceptions import ValidationError

from courses.models import Question, QuestionVersion
from courses.services.questions import save_question, write_version
from courses.services.quizzes import make_quiz
from hub.access.models import AppendOnly
from hub.access.readers import ANONYMOUS
from hub.pages.citations import used_by
from tests.factories.courses import (
    OPTIONS,
    begin_attempt,
    course_with_quiz,
    lessons_of,
    make_course,
    make_question,
    sit_quiz,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def reword(question: Question, stem: str = "Reworded?") -> QuestionVersion:
    version = question.current
    return write_version(
        question=question,
        kind=version.kind,
        stem=stem,
        data=version.data,
        explanation=version.explanation,
    )


def test_a_new_question_has_its_first_version() -> None:
    assert make_question().current.number == 1


def test_an_edit_adds_a_version() -> None:
    question = make_question("Before?")
    reword(question, "After?")
    stems = question.versions.values_list("number", "stem")
    assert list(stems) == [(1, "Before?"), (2, "After?")]


def test_saving_the_same_words_adds_none() -> None:
    question = make_question("Same?")
    reword(question, "Same?")
    assert question.versions.count() == 1


def test_a_fact_loaded_twice_is_one_question() -> None:
    for _ in range(2):
        make_question(fact_id="qu-1")
    assert Question.objects.filter(fact_id="qu-1").count() == 1


def test_a_version_can_not_be_changed() -> None:
    version = make_question().current
    version.stem = "Something else?"
    with pytest.raises(AppendOnly):
        version.save()


def test_a_version_can_not_be_deleted() -> None:
    with pytest.raises(AppendOnly):
        make_question().current.delete()


def test_an_open_attempt_keeps_the_words_it_began_with() -> None:
    attempt = begin_attempt(UserFactory(), course_with_quiz(questions=1))
    reword(Question.objects.get())
    assert attempt.items.get().question_version.stem == "Question 0"


def test_an_edit_changes_no_past_result() -> None:
    course = course_with_quiz(questions=1)
    attempt = sit_quiz(UserFactory(), course, right=1)
    turned = [{**option, "right": not option["right"]} for option in OPTIONS[:2]]
    question = Question.objects.get()
    save_question(
        kind="single_choice", stem="Turned", written={"options": turned}, fact_id=question.fact_id
    )
    item = attempt.items.select_related("question_version").get()
    assert (item.marks, item.question_version.number) == (1, 1)


def test_the_next_attempt_asks_the_new_words() -> None:
    course, user = course_with_quiz(questions=1), UserFactory()
    sit_quiz(user, course, right=0)
    reword(Question.objects.get())
    assert begin_attempt(user, course).items.get().question_version.stem == "Reworded?"


def test_a_question_without_a_right_answer_is_refused() -> None:
    wrong = [{**option, "right": False} for option in OPTIONS]
    with pytest.raises(ValidationError, match="Mark one answer as right"):
        make_question(options=wrong)


def test_a_refused_question_leaves_nothing_behind() -> None:
    with pytest.raises(ValidationError):
        make_question(options=OPTIONS[:1])
    assert not Question.objects.exists()


def test_what_a_question_rests_on_shows_its_lesson_and_course() -> None:
    course, cited = make_course(lessons=1), make_course(lessons=0)
    lesson = lessons_of(course)[0]
    question = make_question(lesson=lesson, cites=[cited])
    make_quiz(course=course, questions=[question], title="Quiz")
    cards = used_by(cited, ANONYMOUS)
    assert {card.title for card in cards} == {course.title, lesson.title}


def test_what_a_question_no_longer_cites_is_no_longer_shown() -> None:
    course, cited = make_course(lessons=1), make_course(lessons=0)
    lesson = lessons_of(course)[0]
    make_question(lesson=lesson, cites=[cited], fact_id="qu-1")
    make_question(lesson=lesson, cites=[], fact_id="qu-1")
    assert used_by(cited, ANONYMOUS) == ()


def test_a_question_moved_to_another_lesson_leaves_the_first() -> None:
    course, cited = make_course(lessons=2), make_course(lessons=0)
    first, second = lessons_of(course)
    make_question(lesson=first, cites=[cited], fact_id="qu-1")
    make_question(lesson=second, cites=[cited], fact_id="qu-1")
    assert [card.title for card in used_by(cited, ANONYMOUS)] == [second.title]


def test_publishing_the_lesson_keeps_what_its_questions_rest_on() -> None:
    course, cited = make_course(lessons=1), make_course(lessons=0)
    lesson = lessons_of(course)[0]
    make_question(lesson=lesson, cites=[cited])
    lesson.save_revision().publish()
    assert [card.title for card in used_by(cited, ANONYMOUS)] == [lesson.title]
