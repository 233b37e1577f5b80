"""What stays of somebody's answers when the account goes."""

import datetime

import pytest
from django.utils import timezone

from courses.enums import Moment
from courses.models import (
    Attempt,
    ExtraTime,
    LessonRemark,
    Refresher,
    RefresherItem,
    SurveyAnswer,
)
from courses.services.attempts import save_answer
from courses.services.refreshing import start_refresher
from hub.access.personal_data import personal_records
from hub.mydata.services import erase_account, purge_everything
from tests.factories.courses import (
    begin_attempt,
    course_asking,
    example_question,
    lessons_of,
    make_course,
    make_question,
    option_ids,
)
from tests.factories.people import UserFactory
from tests.factories.refreshing import answer_next, passed

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


def test_what_was_said_of_courses_and_weekly_questions_go_with_the_account() -> None:
    user, course = passed(questions=2)
    start_refresher(person=user)
    answer_next(user)
    SurveyAnswer.objects.create(person=user, course=course, moment=Moment.AFTER, words="Good")
    taken = {r.name: list(r.export(user)) for r in personal_records()}
    assert taken["course_surveys"][0]["words"] == "Good"
    assert len(taken["weekly_questions"]) == 2
    erase_account(person=user, by=user)
    assert not SurveyAnswer.objects.exists()
    assert not RefresherItem.objects.exists()
    assert not Refresher.objects.exists()


def test_remarks_go_after_a_year() -> None:
    lesson = lessons_of(make_course(1))[0]
    today = timezone.localdate()
    for days in (364, 367):
        day = today - datetime.timedelta(days=days)
        LessonRemark.objects.create(lesson=lesson, text="Unclear", day=day)
    purge_everything(now=timezone.now())
    assert LessonRemark.objects.count() == 1
