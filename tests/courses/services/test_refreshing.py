"""Five short questions a week, from what somebody passed and may see, and never a sixth."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.db import IntegrityError
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from courses.enums import Feedback
from courses.errors import ForeignAnswer, NotDue, RefresherStopped, WeekIsFull
from courses.forms import AnswerForm
from courses.models import Question, Quiz, QuizDraw, Refresher, RefresherItem
from courses.models.refresher import week_of
from courses.questions.registry import question_type
from courses.services.bank import askable
from courses.services.questions import write_version
from courses.services.refreshing import (
    item_for,
    next_item,
    refresh,
    start_refresher,
    stop_refresher,
)
from courses.services.schedule import due_after
from courses.services.status import course_status
from hub.access.groups import group_for_area
from hub.access.readers import reader_for
from tests.factories import pages
from tests.factories.courses import (
    course_asking,
    course_with_quiz,
    earn_certificate,
    example_question,
    lessons_of,
    make_question,
    quiz_of,
    revoke,
)
from tests.factories.people import AreaFactory, UserFactory
from tests.factories.refreshing import MONDAY, answer_next, options, passed

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


def test_five_come_in_a_week_and_no_sixth(clock: time_machine.Traveller) -> None:
    user, _course = passed()
    start_refresher(person=user)
    answered = [answer_next(user) for _ in range(7)]
    assert [item.place for item in answered if item] == [1, 2, 3, 4, 5]


def test_a_sixth_that_is_sent_anyway_is_refused(clock: time_machine.Traveller) -> None:
    user, _course = passed()
    start_refresher(person=user)
    for _ in range(5):
        answer_next(user)
    unasked = Question.objects.exclude(refreshed__refresher__person=user).first()
    with pytest.raises(WeekIsFull):
        refresh(reader=reader_for(user), question_id=unasked.pk, answer=["x"])


def test_the_database_knows_no_sixth_place() -> None:
    refresher, question = Refresher.objects.create(person=UserFactory()), make_question()
    with pytest.raises(IntegrityError):
        RefresherItem.objects.create(
            refresher=refresher,
            week=MONDAY.date(),
            place=6,
            question=question,
            question_version=question.newest,
        )


def test_what_was_missed_comes_first_in_the_next_week(clock: time_machine.Traveller) -> None:
    user, _course = passed()
    start_refresher(person=user)
    for _ in range(4):
        answer_next(user)
    missed = answer_next(user, right=False)
    clock.move_to(MONDAY + datetime.timedelta(days=7))
    assert answer_next(user).question_id == missed.question_id


def test_an_answer_stands_and_asking_twice_is_as_good_as_once(
    clock: time_machine.Traveller,
) -> None:
    user, _course = passed()
    start_refresher(person=user)
    item = answer_next(user, right=False)
    again = refresh(
        reader=reader_for(user), question_id=item.question_id, answer=options(item, right=True)
    )
    assert (again.pk, again.answer, again.marks) == (item.pk, item.answer, 0)


def test_it_asks_the_newest_words_and_keeps_the_history(clock: time_machine.Traveller) -> None:
    user, _course = passed(questions=1)
    start_refresher(person=user)
    before = answer_next(user, right=False)
    version = before.question_version
    newest = write_version(
        question=version.question,
        kind=version.kind,
        stem="In other words?",
        data=version.data,
        explanation="",
    )
    clock.move_to(MONDAY + datetime.timedelta(days=7))
    after = answer_next(user)
    assert after.question_version == newest
    answers = [(item.answered_at, item.marks) for item in (before, after)]
    assert after.due_at == due_after(answers)


def test_it_counts_for_nothing(clock: time_machine.Traveller) -> None:
    user, course = passed()
    before = course_status(reader_for(user), course)
    start_refresher(person=user)
    answer_next(user, right=False)
    assert course_status(reader_for(user), course) == before


def test_an_answer_to_another_question_is_refused(clock: time_machine.Traveller) -> None:
    user, _course = passed()
    refresher = start_refresher(person=user)
    item = next_item(reader_for(user), refresher)
    with pytest.raises(ForeignAnswer):
        refresh(reader=reader_for(user), question_id=item.question_id, answer=["nothing"])
    assert not refresher.items.exists()


def test_a_question_that_isnt_due_is_refused(clock: time_machine.Traveller) -> None:
    user, _course = passed()
    start_refresher(person=user)
    with pytest.raises(NotDue):
        refresh(reader=reader_for(user), question_id=make_question().pk, answer=["x"])


def test_who_stopped_answers_nothing_and_goes_on_later(clock: time_machine.Traveller) -> None:
    user, _course = passed()
    refresher = start_refresher(person=user)
    item = answer_next(user)
    stop_refresher(refresher=refresher)
    with pytest.raises(RefresherStopped):
        answer_next(user)
    assert start_refresher(person=user) == refresher
    assert list(refresher.items.all()) == [item]


def test_a_question_of_several_steps_takes_one_place_and_comes_again_at_once(
    clock: time_machine.Traveller,
) -> None:
    (user, course), scenario = passed(questions=1), example_question("scenario")
    Question.objects.filter(pk=scenario.pk).update(lesson=lessons_of(course)[0])
    refresher, reader = start_refresher(person=user), reader_for(user)
    kind, data = question_type("scenario"), scenario.newest.data
    answer = None
    while not (answer and kind.is_complete(data, answer)):
        item = item_for(reader, refresher, scenario.pk)
        form = AnswerForm(item)
        value = form.fields["answer"].choices[0][0]
        given_now = AnswerForm(item, {"answer": value})
        assert given_now.is_valid()
        answer = given_now.answer
        refresh(reader=reader, question_id=scenario.pk, answer=answer)
    assert [item.place for item in refresher.items.answered()] == [1]
    assert len(answer) > 1


# What may be asked


def test_nothing_is_asked_of_a_course_that_isnt_passed() -> None:
    course_with_quiz()
    assert askable(reader_for(UserFactory())) == []


def test_questions_of_a_revoked_certificate_are_not_asked() -> None:
    user, course = UserFactory(), course_with_quiz()
    revoke(earn_certificate(user, course))
    assert askable(reader_for(user)) == []


def test_questions_rest_while_the_certificate_can_be_renewed() -> None:
    with time_machine.travel(MONDAY):
        user, _course = passed()
    with time_machine.travel(MONDAY + datetime.timedelta(days=700)):
        assert askable(reader_for(user)) == []


def test_questions_of_a_quiz_that_tells_after_closing_wait_for_that() -> None:
    user, course = passed()
    quiz, later = Quiz.objects.filter(course=course), timezone.now() + datetime.timedelta(days=3)
    quiz.update(feedback=Feedback.AFTER_CLOSING, closes_at=later)
    assert askable(reader_for(user)) == []
    with time_machine.travel(later + datetime.timedelta(days=1)):
        assert len(askable(reader_for(user))) == 7


def test_no_question_of_another_quiz_is_given_away() -> None:
    user, course = passed(questions=2)
    shared = Question.objects.in_quizzes_of(course.pk).first()
    quiz_of(course_asking(make_question(), shared))
    assert shared not in askable(reader_for(user))


def test_no_question_that_another_quiz_may_draw_is_given_away() -> None:
    user, course = passed(questions=2)
    other = course_asking(make_question())
    drawable = Question.objects.in_quizzes_of(course.pk).first()
    Question.objects.filter(pk=drawable.pk).update(lesson=None)
    drawable.refresh_from_db()
    drawable.tags.add("shared")
    assert drawable in askable(reader_for(user))
    QuizDraw.objects.create(quiz=quiz_of(other), tag=drawable.tags.get(), number=1)
    assert drawable not in askable(reader_for(user))


def test_a_lesson_that_is_closed_keeps_its_questions() -> None:
    user, course = passed()
    pages.restrict(lessons_of(course)[0], group_for_area(AreaFactory()))
    assert askable(reader_for(user)) == []


def test_a_course_that_is_closed_keeps_its_questions() -> None:
    user, course = passed()
    pages.restrict(course, group_for_area(AreaFactory()))
    assert askable(reader_for(user)) == []


def test_a_closed_course_keeps_its_questions_about_no_lesson() -> None:
    user, course = UserFactory(), course_asking(make_question())
    earn_certificate(user, course)
    assert askable(reader_for(user)) != []
    pages.restrict(course, group_for_area(AreaFactory()))
    assert askable(reader_for(user)) == []


def test_what_earns_no_marks_is_not_asked() -> None:
    user, course = passed(questions=1)
    about = lessons_of(course)[0]
    example_question("reflection", lesson=about)
    assert len(askable(reader_for(user))) == 1


class TestSchedule(TestCase):
    """For any weeks and answers: as FSRS has it, worked out again the same, five at most."""

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.lists(st.booleans(), max_size=7), min_size=1, max_size=5))
    def test_it_follows_from_the_answers(self, weeks: list[list[bool]]) -> None:
        with time_machine.travel(MONDAY, tick=False) as clock:
            user, _course = passed()
            refresher = start_refresher(person=user)
            for number, answers in enumerate(weeks):
                clock.move_to(MONDAY + datetime.timedelta(days=7 * number))
                for right in answers:
                    answer_next(user, right=right)
                week = week_of(timezone.localdate())
                places = list(refresher.items.filter(week=week).values_list("place", flat=True))
                assert places == list(range(1, len(places) + 1))
                assert len(places) <= min(len(answers), 5)
            for item in refresher.items.all():
                history = refresher.items.filter(
                    question=item.question_id, answered_at__lte=item.answered_at
                )
                assert item.due_at == due_after(history.values_list("answered_at", "marks"))
                earlier = history.filter(answered_at__lt=item.answered_at).last()
                end = item.week + datetime.timedelta(days=7)
                assert earlier is None or timezone.localdate(earlier.due_at) < end
