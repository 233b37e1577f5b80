"""Questions at the end of a lesson, and what makes a lesson done."""

import datetime
import html

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from courses.enums import Completion, State
from courses.errors import QuestionsMissing, ReadOn
from courses.models import CheckAnswer, LessonPage, LessonQuestion, LessonView, Question
from courses.questions.registry import question_type
from courses.services.drawing import candidates
from courses.services.lessons import complete_lesson, view_lesson
from courses.services.questions import save_question
from courses.services.status import course_status
from hub.access.readers import reader_for
from hub.users.models import User
from tests.factories.courses import (
    OPTIONS,
    course_with_quiz,
    example_question,
    lessons_of,
    make_course,
    make_question,
    quiz_of,
)
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db

RIGHT, WRONG = OPTIONS[0], OPTIONS[1]


def lesson_with(*questions: Question, done_when: Completion = Completion.CHECKED) -> LessonPage:
    lesson = lessons_of(make_course(1))[0]
    LessonPage.objects.filter(pk=lesson.pk).update(done_when=done_when)
    for place, question in enumerate(questions):
        LessonQuestion.objects.create(lesson=lesson, question=question, sort_order=place)
    return LessonPage.objects.get(pk=lesson.pk)


def address(lesson: LessonPage, question: Question) -> str:
    return f"/learning/lessons/{lesson.pk}/check/{question.pk}/"


def chosen(question: Question, text: str) -> dict[str, str]:
    options = question.current.data["options"]
    option = next(option["id"] for option in options if option["text"] == text)
    return {f"question-{question.pk}-answer": option}


def is_done(user: User, lesson: LessonPage) -> bool:
    status = course_status(reader_for(user), lesson.course())
    return status.lessons[0].state is State.DONE


def text_of(client: Client, place: str) -> str:
    return client.get(place).content.decode()


def test_a_stranger_reads_how_many_there_are_and_none_of_them(client: Client) -> None:
    page = text_of(client, lesson_with(make_question("Who benefits?")).url)
    assert "One short question" in page
    assert "Who benefits?" not in page
    assert "csrfmiddlewaretoken" not in page


def test_the_page_says_nothing_of_what_is_right_before_an_answer(client: Client) -> None:
    page = text_of(sign_in(client, UserFactory()), lesson_with(make_question()).url)
    assert RIGHT["text"] in page
    assert RIGHT["feedback"] not in page
    assert "Control shows" not in page


def test_a_wrong_answer_tells_of_itself_alone_and_asks_again(client: Client) -> None:
    question, user = make_question(), UserFactory()
    lesson = lesson_with(question)
    answer = sign_in(client, user).post(
        address(lesson, question), chosen(question, WRONG["text"]), follow=True
    )
    page = answer.content.decode()
    assert html.escape(WRONG["feedback"]) in page
    assert RIGHT["feedback"] not in page
    assert "Try again" in page
    assert not is_done(user, lesson)


def test_the_last_right_answer_finishes_the_lesson(client: Client) -> None:
    first, second, user = make_question("One"), make_question("Two"), UserFactory()
    lesson = lesson_with(first, second)
    sign_in(client, user).post(address(lesson, first), chosen(first, RIGHT["text"]))
    assert not is_done(user, lesson)
    page = client.post(
        address(lesson, second), chosen(second, RIGHT["text"]), follow=True
    ).content.decode()
    assert is_done(user, lesson)
    assert RIGHT["feedback"] in page
    assert "Try again" not in page


def test_what_was_right_once_stays_when_a_later_try_is_wrong(client: Client) -> None:
    question, user = make_question(), UserFactory()
    lesson = lesson_with(question)
    for text in (RIGHT["text"], WRONG["text"]):
        sign_in(client, user).post(address(lesson, question), chosen(question, text))
    given = CheckAnswer.objects.get()
    assert (given.marks, given.tries) == (0, 2)
    assert given.right_at is not None
    assert is_done(user, lesson)


def test_an_edited_question_is_asked_anew_and_the_lesson_stays_done(client: Client) -> None:
    question, user = (
        save_question(
            kind="single_choice", stem="Old", written={"options": OPTIONS}, fact_id="q"
        ).question,
        UserFactory(),
    )
    lesson = lesson_with(question)
    sign_in(client, user).post(address(lesson, question), chosen(question, RIGHT["text"]))
    save_question(kind="single_choice", stem="New", written={"options": OPTIONS}, fact_id="q")
    page = text_of(client, lesson.url)
    assert "Check my answer" in page
    assert RIGHT["feedback"] not in page
    assert is_done(user, lesson)


def test_no_answer_asks_for_one_beside_the_question(client: Client) -> None:
    question = make_question()
    lesson = lesson_with(question)
    page = sign_in(client, UserFactory()).post(address(lesson, question), {}).content.decode()
    assert "There is a problem" in page
    assert f'href="#id_question-{question.pk}-answer_0"' in page
    assert not CheckAnswer.objects.exists()


def test_an_option_of_another_question_is_no_answer(client: Client) -> None:
    question = make_question()
    lesson = lesson_with(question)
    sign_in(client, UserFactory()).post(
        address(lesson, question), {f"question-{question.pk}-answer": "abcdef0123"}
    )
    assert not CheckAnswer.objects.exists()


def test_a_question_is_answered_only_where_it_is_asked(client: Client) -> None:
    here, elsewhere = make_question(), make_question()
    lesson, _ = lesson_with(here), lesson_with(elsewhere)
    answer = sign_in(client, UserFactory()).post(
        address(lesson, elsewhere), chosen(elsewhere, RIGHT["text"])
    )
    assert answer.status_code == 404
    assert not CheckAnswer.objects.exists()


def test_a_question_of_a_closed_lesson_is_not_there(client: Client) -> None:
    question = make_question()
    lesson = lesson_with(question)
    closed = PageViewRestriction.objects.create(page=lesson, restriction_type="groups")
    closed.groups.add(Group.objects.create(name="Others"))
    outsider = sign_in(client, UserFactory())
    assert outsider.get(address(lesson, question)).status_code == 404
    assert outsider.post(address(lesson, question), {}).status_code == 404


def test_colleagues_see_only_their_own_answers(client: Client) -> None:
    question = make_question()
    lesson = lesson_with(question)
    sign_in(client, UserFactory()).post(address(lesson, question), chosen(question, RIGHT["text"]))
    assert RIGHT["feedback"] not in text_of(sign_in(Client(), UserFactory()), lesson.url)


def test_what_was_typed_waits_for_who_was_signed_out(client: Client) -> None:
    question, user = example_question("reflection"), UserFactory()
    lesson = lesson_with(question)
    page = sign_in(client, user).get(lesson.url)
    writer = page.context["writer"]
    client.logout()
    typed = {f"question-{question.pk}-answer": "I would ask what changed", "writer": writer}
    answer = client.post(address(lesson, question), typed)
    assert answer["Location"].startswith("/accounts/login/")
    sign_in(client, user)
    assert "I would ask what changed" in text_of(client, address(lesson, question))


@pytest.mark.parametrize("kind", ["reflection", "confidence"])
def test_what_cannot_be_wrong_is_done_when_it_is_answered(client: Client, kind: str) -> None:
    question, user = example_question(kind), UserFactory()
    lesson = lesson_with(question)
    sign_in(client, user)
    for typed in question_type(kind).examples[0].typed:
        named = {f"question-{question.pk}-{name}": value for name, value in typed.items()}
        client.post(address(lesson, question), named)
    assert is_done(user, lesson)


def test_a_lesson_with_questions_is_not_marked_as_done_before_them(client: Client) -> None:
    question, user = make_question(), UserFactory()
    lesson = lesson_with(question)
    page = text_of(sign_in(client, user), lesson.url)
    assert "Mark as done" not in page
    assert "Answer the questions above" in page
    page = client.post(f"/learning/lessons/{lesson.pk}/done/", follow=True).content.decode()
    assert str(QuestionsMissing.message) in page
    assert not is_done(user, lesson)


def test_a_lesson_may_ask_and_be_marked_as_done_all_the_same() -> None:
    lesson, user = lesson_with(make_question(), done_when=Completion.MARKED), UserFactory()
    complete_lesson(person_id=user.pk, lesson=lesson)
    assert is_done(user, lesson)


def test_opening_finishes_a_lesson_that_asks_for_no_more(client: Client) -> None:
    lesson, user = lesson_with(done_when=Completion.VIEWED), UserFactory()
    sign_in(client, user).get(lesson.url)
    assert is_done(user, lesson)


def test_a_lesson_that_takes_time_is_done_by_the_servers_clock() -> None:
    lesson, user = lesson_with(done_when=Completion.TIME), UserFactory()
    lesson.least_minutes = 5
    opened = timezone.now()
    with time_machine.travel(opened, tick=False):
        view_lesson(person_id=user.pk, lesson=lesson)
    too_soon = time_machine.travel(opened + datetime.timedelta(seconds=299), tick=False)
    with too_soon, pytest.raises(ReadOn):
        complete_lesson(person_id=user.pk, lesson=lesson)
    with time_machine.travel(opened + datetime.timedelta(minutes=5), tick=False):
        complete_lesson(person_id=user.pk, lesson=lesson)
    assert is_done(user, lesson)


def test_what_was_done_stays_done_whatever_is_asked_later() -> None:
    lesson, user = lesson_with(done_when=Completion.MARKED), UserFactory()
    complete_lesson(person_id=user.pk, lesson=lesson)
    lesson.done_when = Completion.CHECKED
    lesson.save()
    LessonQuestion.objects.create(lesson=lesson, question=make_question())
    first = LessonView.objects.get().completed_at
    complete_lesson(person_id=user.pk, lesson=lesson)
    assert LessonView.objects.get().completed_at == first
    assert is_done(user, lesson)


def test_no_quiz_draws_what_a_lesson_tells() -> None:
    course = course_with_quiz(lessons=1)
    told, secret = make_question("Told", lesson=lessons_of(course)[0]), make_question("Secret")
    LessonQuestion.objects.create(lesson=lessons_of(course)[0], question=told)
    drawn = candidates(quiz_of(course), reader_for(UserFactory()))
    assert secret in drawn
    assert told not in drawn
