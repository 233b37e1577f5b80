"""Questions drawn by tag: enough, the same again for one attempt, and nothing that is closed."""

import pytest
from taggit.models import Tag
from wagtail.models import PageViewRestriction

from courses.models import Attempt, CoursePage, Question, QuizDraw
from courses.services.attempts import start_attempt
from courses.services.drawing import asked_in, versions_for
from hub.access.readers import reader_for
from hub.users.models import User
from tests.factories.courses import (
    begin_attempt,
    course_with_quiz,
    finish_lessons,
    lessons_of,
    make_course,
    make_question,
    quiz_of,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def tagged(
    count: int, tag: str = "first-moves", course: CoursePage | None = None
) -> list[Question]:
    lesson = lessons_of(course)[0] if course else None
    made = [make_question(f"{tag} {n}", lesson=lesson) for n in range(count)]
    for question in made:
        question.tags.add(tag)
    return made


def drawing_course(number: int, questions: int = 1, tag: str = "first-moves") -> CoursePage:
    course = course_with_quiz(questions=questions)
    tag_row, _ = Tag.objects.get_or_create(name=tag, slug=tag)
    QuizDraw.objects.create(quiz=quiz_of(course), tag=tag_row, number=number)
    return course


def stems(attempt: Attempt) -> list[str]:
    items = attempt.items.select_related("question_version").order_by("order")
    return [item.question_version.stem for item in items]


def drawn_by(user: User, course: CoursePage, seed: int) -> list[int]:
    versions = versions_for(quiz_of(course), reader_for(user), seed)
    return [version.question_id for version in versions]


def test_an_attempt_asks_the_quiz_s_own_questions_and_so_many_of_the_tag() -> None:
    course = drawing_course(2)
    tagged(5)
    attempt = begin_attempt(UserFactory(), course)
    asked = stems(attempt)
    assert (len(asked), attempt.total, asked_in(quiz_of(course))) == (3, 3, 3)
    assert len([stem for stem in asked if stem.startswith("first-moves")]) == 2


def test_one_seed_draws_the_same_and_another_seed_others() -> None:
    course, user = drawing_course(2), UserFactory()
    tagged(12)
    assert drawn_by(user, course, 7) == drawn_by(user, course, 7)
    assert len({frozenset(drawn_by(user, course, seed)) for seed in range(20)}) > 10


def test_every_question_of_a_tag_has_its_turn() -> None:
    course, user = drawing_course(2, questions=0), UserFactory()
    made = {question.pk for question in tagged(6)}
    drawn = {pk for seed in range(60) for pk in drawn_by(user, course, seed)}
    assert drawn == made


def test_a_question_that_is_asked_anyway_is_not_drawn_as_well() -> None:
    course, user = drawing_course(1), UserFactory()
    own = quiz_of(course).places.get().question
    own.tags.add("first-moves")
    assert drawn_by(user, course, 1) == [own.pk]


def test_where_a_tag_has_too_few_all_of_them_are_asked() -> None:
    course = drawing_course(5)
    tagged(2)
    assert begin_attempt(UserFactory(), course).total == 3


def test_questions_about_lessons_of_another_course_are_not_drawn() -> None:
    course, user = drawing_course(3, questions=0), UserFactory()
    tagged(3, course=make_course())
    own = tagged(1, course=course)
    assert drawn_by(user, course, 1) == [own[0].pk]


def test_questions_about_a_lesson_that_is_closed_to_the_learner_are_not_drawn() -> None:
    course, user = drawing_course(3, questions=1), UserFactory()
    closed = tagged(3, course=course)
    lesson = closed[0].lesson
    PageViewRestriction.objects.create(page=lesson, restriction_type=PageViewRestriction.GROUPS)
    assert not {question.pk for question in closed} & set(drawn_by(user, course, 1))


def test_an_attempt_keeps_what_was_drawn_for_it() -> None:
    course, user = drawing_course(2), UserFactory()
    tagged(6)
    finish_lessons(user, course)
    first = start_attempt(reader=reader_for(user), quiz=quiz_of(course))
    before = stems(first)
    tagged(6, "later")
    assert stems(start_attempt(reader=reader_for(user), quiz=quiz_of(course))) == before
