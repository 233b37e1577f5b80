"""A question whose law changed isn't asked anew until somebody has looked at it."""

import pytest

from courses.errors import QuizIsEmpty
from courses.models import CoursePage
from courses.models.check import LessonQuestion
from courses.services.attempts import start_attempt
from courses.services.drawing import asked_in
from courses.services.lessons import questions_missing
from hub.access.readers import reader_for
from hub.legislation.models import ActPage
from hub.notices.models import Notice
from hub.pages.models import Citation
from hub.upkeep.models import Affected
from hub.upkeep.telling import tell_keepers
from hub.users.models import User
from tests.factories import pages
from tests.factories.catching_up import look_at
from tests.factories.courses import (
    course_asking,
    course_with_quiz,
    finish_lessons,
    lessons_of,
    make_question,
    quiz_of,
)
from tests.factories.people import UserFactory
from tests.factories.upkeep import author, change, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def act() -> ActPage:
    return publish(pages.act(title="The act"))


def asked(user: User, course: CoursePage) -> set[int]:
    finish_lessons(user, course)
    attempt = start_attempt(reader=reader_for(user), quiz=quiz_of(course))
    return {item.question_version.question_id for item in attempt.items.all()}


def test_it_is_left_out_of_new_attempts(act: ActPage) -> None:
    resting, other = make_question("Which age?", cites=[act]), make_question("Who?")
    course = course_asking(resting, other)
    change(act)
    assert asked(UserFactory(), course) == {other.pk}
    assert asked_in(quiz_of(course)) == 1


def test_a_smaller_change_leaves_it_in(act: ActPage) -> None:
    resting = make_question(cites=[act])
    course = course_asking(resting)
    change(act, significance="minor")
    assert asked(UserFactory(), course) == {resting.pk}


def test_an_attempt_under_way_goes_on(act: ActPage) -> None:
    resting = make_question(cites=[act])
    course, user = course_asking(resting), UserFactory()
    assert asked(user, course) == {resting.pk}
    change(act)
    assert asked(user, course) == {resting.pk}


def test_a_quiz_of_nothing_else_waits(act: ActPage) -> None:
    course = course_asking(make_question(cites=[act]))
    change(act)
    with pytest.raises(QuizIsEmpty):
        asked(UserFactory(), course)


def test_it_is_asked_again_once_somebody_has_looked_at_it(act: ActPage) -> None:
    resting = make_question(cites=[act])
    course = course_asking(resting)
    change(act)
    look_at(resting)
    assert asked(UserFactory(), course) == {resting.pk}


def test_two_changes_are_both_answered_by_one_look(act: ActPage) -> None:
    resting = make_question(cites=[act])
    change(change(act), "And more")
    look_at(resting)
    resting.refresh_from_db()
    assert resting.suspended_on is None
    assert not Affected.objects.open().of("question", resting.pk).exists()


def test_a_lesson_can_be_finished_without_it(act: ActPage) -> None:
    resting = make_question(cites=[act])
    lesson = lessons_of(course_with_quiz())[0]
    LessonQuestion.objects.create(lesson=lesson, question=resting, sort_order=0)
    person = UserFactory()
    assert questions_missing(person.pk, lesson) == 1
    change(act)
    assert questions_missing(person.pk, lesson) == 0


def test_who_keeps_its_lesson_is_told(act: ActPage) -> None:
    keeper = author()
    lesson = lessons_of(course_with_quiz())[0]
    type(lesson).objects.filter(pk=lesson.pk).update(page_owner=keeper)
    make_question(cites=[act], lesson=lesson)
    change(act)
    tell_keepers.call()
    [notice] = Notice.objects.filter(person=keeper)
    assert notice.url.startswith("/cms/ripples/")


def test_what_a_question_names_is_data_as_long_as_there_is_the_question(act: ActPage) -> None:
    question = make_question(cites=[act])
    mine = Citation.objects.filter(source_kind="question")
    assert list(mine.values_list("source_id", "target_key")) == [(question.pk, act.translation_key)]
    change(act)
    question.delete()
    assert not mine.exists()
    assert not Affected.objects.exists()
