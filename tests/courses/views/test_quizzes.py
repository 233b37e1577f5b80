"""One question at a time, from the first to the check page."""

import datetime

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from courses.models import Attempt
from courses.services.attempts import skip_question
from tests.factories.courses import (
    OPTIONS,
    answer_all,
    begin_attempt,
    course_with_quiz,
    finish_lessons,
    members_only,
    option_ids,
    sit_quiz,
)
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(client: Client) -> Attempt:
    """Three questions, under way, its owner signed in."""
    user = UserFactory()
    sign_in(client, user)
    return begin_attempt(user, course_with_quiz(questions=3))


def address(attempt: Attempt, tail: object = "") -> str:
    return f"/learning/quizzes/{attempt.code}/{tail}{'' if tail == '' else '/'}"


def test_before_the_start_someone_reads_what_awaits_them(client: Client) -> None:
    course, user = course_with_quiz(pass_mark=70, attempts_allowed=2), UserFactory()
    finish_lessons(user, course)
    page = sign_in(client, user).get(f"/learning/courses/{course.pk}/quiz/").content.decode()
    assert "70%" in page
    assert "About 15 minutes, with no limit" in page
    assert "Start the quiz" in page


def test_who_has_no_name_yet_is_told_before_it_is_missing_on_the_certificate(
    client: Client,
) -> None:
    course, nameless, named = course_with_quiz(), UserFactory(name=""), UserFactory(name="Asha")
    pages = {}
    for user in (nameless, named):
        finish_lessons(user, course)
        page = sign_in(client, user).get(f"/learning/courses/{course.pk}/quiz/")
        pages[user] = "Your certificate would have no name on it" in page.content.decode()
    assert pages == {nameless: True, named: False}


def test_who_has_used_all_attempts_reads_whom_to_ask(client: Client) -> None:
    course, user = course_with_quiz(attempts_allowed=1), UserFactory()
    course.page_owner = UserFactory(name="Asha Bell")
    course.save()
    sit_quiz(user, course, right=False)
    page = sign_in(client, user).get(f"/learning/courses/{course.pk}/quiz/").content.decode()
    assert "ask Asha Bell, who looks after this course" in page


def test_before_the_lessons_are_done_they_are_named(client: Client) -> None:
    course = course_with_quiz(lessons=1)
    page = sign_in(client, UserFactory()).get(f"/learning/courses/{course.pk}/quiz/")
    assert "Finish these lessons first" in page.content.decode()
    assert "Start the quiz" not in page.content.decode()


def test_starting_too_early_says_why(client: Client) -> None:
    course = course_with_quiz()
    page = sign_in(client, UserFactory()).post(f"/learning/courses/{course.pk}/quiz/", follow=True)
    assert "Finish the lessons first" in page.content.decode()
    assert not Attempt.objects.exists()


def test_starting_opens_the_first_question(client: Client) -> None:
    course, user = course_with_quiz(), UserFactory()
    finish_lessons(user, course)
    page = sign_in(client, user).post(f"/learning/courses/{course.pk}/quiz/", follow=True)
    assert "Question 1 of 3" in page.content.decode()


def test_a_stranger_is_sent_to_sign_in(client: Client) -> None:
    course = course_with_quiz()
    answer = client.get(f"/learning/courses/{course.pk}/quiz/")
    assert answer["Location"].startswith("/accounts/login/?next=")


def test_a_quiz_of_a_hidden_course_is_missing(client: Client) -> None:
    course = course_with_quiz()
    course.unpublish()
    answer = sign_in(client, UserFactory()).get(f"/learning/courses/{course.pk}/quiz/")
    assert answer.status_code == 404


def test_a_course_without_a_quiz_has_no_quiz_page(client: Client) -> None:
    sign_in(client, UserFactory())
    assert client.get("/learning/courses/999999/quiz/").status_code == 404


@pytest.mark.parametrize("tail", ["", 1, "check", "result"])
def test_someone_elses_attempt_is_missing(client: Client, attempt: Attempt, tail: object) -> None:
    sign_in(client, UserFactory())
    assert client.get(address(attempt, tail)).status_code == 404


def test_someone_elses_attempt_takes_no_answer(client: Client, attempt: Attempt) -> None:
    sign_in(client, UserFactory())
    chosen = option_ids(attempt, 1, right=True)
    assert client.post(address(attempt, 1), {"answer": chosen}).status_code == 404
    assert attempt.items.get(order=1).answer is None


def test_someone_elses_attempt_can_not_be_handed_in(client: Client, attempt: Attempt) -> None:
    sign_in(client, UserFactory())
    assert client.post(address(answer_all(attempt, right=3), "submit")).status_code == 404


@pytest.mark.parametrize("order", [0, 2, 4, 99])
def test_a_question_whose_turn_has_not_come_is_missing(
    client: Client, attempt: Attempt, order: int
) -> None:
    assert client.get(address(attempt, order)).status_code == 404


def test_no_key_reaches_the_browser_before_the_end(client: Client, attempt: Attempt) -> None:
    answer_all(attempt, right=1)
    tails = (1, 2, 3, "check")
    pages = "".join(client.get(address(attempt, tail)).content.decode() for tail in tails)
    assert not [o["feedback"] for o in OPTIONS if str(o["feedback"]) in pages]
    assert "Control shows in who benefits" not in pages
    assert "Right" not in pages


def test_right_and_wrong_options_look_alike(client: Client, attempt: Attempt) -> None:
    """What stands around each option is the same but for its own id and words."""
    page = client.get(address(attempt, 1)).content.decode()
    options = attempt.items.get(order=1).question_version.data["options"]
    shapes = set()
    for option in options:
        start = page.index(f'value="{option["id"]}"')
        end = page.index("</div>", start)
        shape = page[start:end].replace(option["id"], "").replace(option["text"], "")
        shapes.add("".join(letter for letter in shape if not letter.isdigit()))
    assert len(shapes) == 1


def test_saving_keeps_the_answer_and_goes_on(client: Client, attempt: Attempt) -> None:
    chosen = option_ids(attempt, 1, right=False)[:1]
    answer = client.post(address(attempt, 1), {"answer": chosen, "then": "save"})
    assert answer["Location"] == address(attempt, 2)
    assert attempt.items.get(order=1).answer == chosen


def test_going_back_shows_the_answer_given(client: Client, attempt: Attempt) -> None:
    chosen = option_ids(attempt, 1, right=True)
    client.post(address(attempt, 1), {"answer": chosen})
    page = client.get(address(attempt, 1)).content.decode()
    marked = page[page.index(f'value="{chosen[0]}"') :]
    assert "checked" in marked[: marked.index(">")]


def test_choosing_nothing_is_told_beside_the_question(client: Client, attempt: Attempt) -> None:
    page = client.post(address(attempt, 1), {"then": "save"}).content.decode()
    assert page.count("Choose an answer") == 2
    assert "<title>Error:" in page


def test_an_answer_of_nowhere_is_told_beside_the_question(client: Client, attempt: Attempt) -> None:
    page = client.post(address(attempt, 1), {"answer": "nowhere"}).content.decode()
    assert "Choose from the answers to this question" in page
    assert attempt.items.get(order=1).answer is None


def test_skipping_goes_on_without_an_answer(client: Client, attempt: Attempt) -> None:
    answer = client.post(address(attempt, 1), {"then": "skip"})
    assert answer["Location"] == address(attempt, 2)
    assert attempt.items.get(order=1).answer is None


def test_leaving_keeps_what_was_chosen(client: Client, attempt: Attempt) -> None:
    chosen = option_ids(attempt, 1, right=True)
    answer = client.post(address(attempt, 1), {"answer": chosen, "then": "later"})
    assert answer["Location"] == "/learning/"
    assert attempt.items.get(order=1).answer == chosen


def test_coming_back_opens_the_question_not_yet_answered(client: Client, attempt: Attempt) -> None:
    client.post(address(attempt, 1), {"then": "skip"})
    assert client.get(address(attempt))["Location"] == address(attempt, 2)


def test_an_answer_given_after_the_session_ended_is_there_after_signing_in(
    client: Client, attempt: Attempt
) -> None:
    mark = client.get(address(attempt, 1)).context["writer"]
    client.logout()
    chosen = option_ids(attempt, 1, right=False)[0]
    to_sign_in = client.post(address(attempt, 1), {"answer": chosen, "writer": mark})["Location"]
    sign_in(client, attempt.person)
    page = client.get(address(attempt, 1)).content.decode()
    marked = page[page.index(f'value="{chosen}"') :]
    assert chosen not in to_sign_in
    assert "checked" in marked[: marked.index(">")]


def test_the_check_page_comes_after_the_last_question(client: Client, attempt: Attempt) -> None:
    answer = client.get(address(attempt, "check"))
    assert answer["Location"] == address(attempt)


def test_the_check_page_flags_what_is_unanswered(client: Client, attempt: Attempt) -> None:
    for order in (1, 2, 3):
        skip_question(attempt=attempt, order=order)
    page = client.get(address(attempt, "check")).content.decode()
    assert "3 questions have no answer" in page
    assert page.count("Not answered") == 3


def test_a_change_from_the_check_page_leads_back_to_it(client: Client, attempt: Attempt) -> None:
    answer_all(attempt, right=3)
    changed = option_ids(attempt, 1, right=False)[:1]
    answer = client.post(f"{address(attempt, 1)}?from=check", {"answer": changed})
    assert answer["Location"] == address(attempt, "check")
    assert attempt.items.get(order=1).answer == changed


def test_a_closed_attempt_shows_its_result_instead_of_questions(
    client: Client, attempt: Attempt
) -> None:
    closed = sit_quiz(attempt.person, attempt.quiz.course, right=0)
    answer = client.post(address(closed, 1), {"answer": option_ids(closed, 1, right=True)})
    assert answer["Location"] == address(closed, "result")
    assert closed.items.get(order=1).answer == option_ids(closed, 1, right=False)[:1]


def test_an_answer_without_a_token_is_refused(attempt: Attempt) -> None:
    strict = Client(enforce_csrf_checks=True)
    sign_in(strict, attempt.person)
    answer = strict.post(address(attempt, 1), {"answer": option_ids(attempt, 1, right=True)})
    assert answer.status_code == 403
    assert attempt.items.get(order=1).answer is None


def test_my_attempt_stays_mine_when_the_course_closes(client: Client, attempt: Attempt) -> None:
    members_only(attempt.quiz.course)
    attempt.quiz.course.unpublish()
    assert client.get(address(attempt, 1)).status_code == 200


def timed(client: Client) -> Attempt:
    user = UserFactory()
    sign_in(client, user)
    return begin_attempt(user, course_with_quiz(questions=2, minutes_allowed=20))


def at_the_end(attempt: Attempt, seconds: int) -> time_machine.travel:
    return time_machine.travel(attempt.ends_at + datetime.timedelta(seconds=seconds), tick=False)


def test_a_question_says_until_when_there_is_time(client: Client) -> None:
    attempt = timed(client)
    until = timezone.localtime(attempt.ends_at).strftime("%H:%M")
    assert f"you have until {until}" in client.get(address(attempt, 1)).content.decode()


def test_when_the_time_is_up_one_hands_in_what_was_answered(client: Client) -> None:
    attempt = timed(client)
    chosen = option_ids(attempt, 1, right=True)[0]
    client.post(address(attempt, 1), {"answer": chosen})
    with at_the_end(attempt, 1):
        page = client.get(address(attempt, 2), follow=True).content.decode()
        assert "The time is up" in page
        assert "Change" not in page
        result = client.post(address(attempt, "submit"), follow=True).content.decode()
    assert "Not yet: 1 of 2" in result


def test_an_answer_that_comes_too_late_is_refused_in_plain_words(client: Client) -> None:
    attempt = timed(client)
    chosen = option_ids(attempt, 1, right=True)[0]
    with at_the_end(attempt, 61):
        page = client.post(address(attempt, 1), {"answer": chosen}, follow=True).content.decode()
    assert "The time is up. What you answered before counts." in page
    assert attempt.items.get(order=1).answer is None


def test_reading_a_late_attempt_changes_nothing(client: Client) -> None:
    attempt = timed(client)
    with at_the_end(attempt, 61):
        client.get(address(attempt), follow=True)
    attempt.refresh_from_db()
    assert attempt.is_open


def test_who_must_wait_reads_until_when(client: Client) -> None:
    course, user = course_with_quiz(hours_between=24), UserFactory()
    last = sit_quiz(user, course, right=0)
    sign_in(client, user)
    page = client.get(f"/learning/courses/{course.pk}/quiz/").content.decode()
    again = timezone.localtime(last.submitted_at + datetime.timedelta(hours=24))
    assert f"You can try again from {again.day} " in page
    assert "Start the quiz" not in page
