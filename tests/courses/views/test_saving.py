"""What a page sends by itself while somebody answers."""

import pytest
from django.http import HttpResponse
from django.test import Client

from courses.enums import Feedback
from courses.models import Attempt
from courses.questions.registry import question_types
from courses.services.attempts import skip_question
from tests.factories.courses import (
    begin_attempt,
    course_asking,
    course_with_quiz,
    example_question,
    make_question,
    option_ids,
    sit_quiz,
)
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db

SCRIPT = {"Accept": "application/json"}
CUT = "Words that stop in the middle"


@pytest.fixture
def attempt(client: Client) -> Attempt:
    user = UserFactory()
    sign_in(client, user)
    return begin_attempt(user, course_with_quiz(questions=3))


def address(attempt: Attempt, tail: object = 1) -> str:
    return f"/learning/quizzes/{attempt.code}/{tail}/"


def keep(client: Client, attempt: Attempt, order: int = 1, **typed: object) -> HttpResponse:
    sent = {"then": "keep", "seen": "", "stamp": "a.1"} | typed
    return client.post(address(attempt, order), sent, headers=SCRIPT)


def is_checked(page: str, value: str) -> bool:
    marked = page[page.index(f'value="{value}"') :]
    return "checked" in marked[: marked.index(">")]


def test_it_is_there_on_another_device(client: Client, attempt: Attempt) -> None:
    chosen = option_ids(attempt, 1, right=False)[0]
    answer = keep(client, attempt, answer=chosen)
    assert answer.json() == {"stamp": "a.1", "finished": True}
    other = sign_in(Client(), attempt.person)
    page = other.get(address(attempt)).content.decode()
    assert is_checked(page, chosen)
    assert 'data-stamp="a.1"' in page


@pytest.mark.parametrize("name", sorted(question_types()))
def test_each_type_keeps_what_is_given_and_shows_it_again(client: Client, name: str) -> None:
    user = UserFactory()
    sign_in(client, user)
    attempt = begin_attempt(user, course_asking(example_question(name), make_question("Else?")))
    typed = dict(question_types()[name].examples[0].typed[0])
    assert keep(client, attempt, **typed).json()["finished"]
    form = client.get(address(attempt)).context["form"]
    assert {control: form[control].value() for control in typed} == {
        control: value if isinstance(value, list) else str(value)
        for control, value in typed.items()
    }


def test_what_is_incomplete_is_kept_and_said_to_be(client: Client) -> None:
    user = UserFactory()
    sign_in(client, user)
    attempt = begin_attempt(user, course_asking(example_question("matching"), make_question()))
    row = attempt.items.get(order=1).question_version.data["pairs"][0]
    answer = keep(client, attempt, **{f"answer-{row['id']}": row["right"]})
    assert answer.json()["finished"] is False
    page = client.get(address(attempt)).context["form"]
    assert page[f"answer-{row['id']}"].value() == row["right"]


def test_leaving_with_half_an_answer_keeps_it_without_script_too(client: Client) -> None:
    user = UserFactory()
    sign_in(client, user)
    attempt = begin_attempt(user, course_asking(example_question("number"), make_question()))
    client.post(address(attempt), {"answer": CUT, "then": "later"})
    assert CUT in client.get(address(attempt)).content.decode()


def test_it_opens_nothing(client: Client, attempt: Attempt) -> None:
    keep(client, attempt, answer=option_ids(attempt, 1, right=True)[0])
    assert client.get(address(attempt, 2)).status_code == 404
    assert keep(client, attempt, order=2).status_code == 404


def test_the_answer_tells_nothing_of_what_is_right(client: Client, attempt: Attempt) -> None:
    right, wrong = (option_ids(attempt, 1, right=side)[0] for side in (True, False))
    replies = [keep(client, attempt, stamp="a.1", answer=right)]
    replies.append(keep(client, attempt, stamp="a.2", answer=wrong))
    assert [sorted(reply.json()) for reply in replies] == [["finished", "stamp"]] * 2
    assert len({reply.json()["finished"] for reply in replies}) == 1


def test_where_right_is_told_at_once_saving_tells_nothing(client: Client) -> None:
    user = UserFactory()
    sign_in(client, user)
    attempt = begin_attempt(user, course_with_quiz(questions=1, feedback=Feedback.AT_ONCE))
    right = option_ids(attempt, 1, right=True)[0]
    keep(client, attempt, answer=right)
    page = client.get(address(attempt)).content.decode()
    assert is_checked(page, right)
    assert "Control shows in who benefits" not in page


def test_the_check_page_shows_what_would_count(client: Client, attempt: Attempt) -> None:
    chosen = attempt.items.get(order=1).question_version.data["options"][1]
    keep(client, attempt, answer=chosen["id"])
    for order in (1, 2, 3):
        skip_question(attempt=attempt, order=order)
    page = client.get(address(attempt, "check")).content.decode()
    assert chosen["text"] in page
    assert "2 questions have no answer" in page


def test_what_another_device_saved_is_not_overwritten(client: Client, attempt: Attempt) -> None:
    mine, other = option_ids(attempt, 1, right=False)
    keep(client, attempt, stamp="a.1", answer=mine)
    answer = keep(client, attempt, stamp="b.1", answer=other)
    assert (answer.status_code, "on another device" in answer.json()["refused"]) == (409, True)
    assert attempt.items.get(order=1).typed == {"answer": [mine]}


def test_an_answer_of_nowhere_is_refused_in_words(client: Client, attempt: Attempt) -> None:
    answer = keep(client, attempt, answer="nowhere")
    assert answer.status_code == 409
    assert answer.json()["refused"] == "Choose from the answers to this question."


@pytest.mark.parametrize(
    "stamp", ["", "a", "a.", ".1", "A.1", "a.1.1", "a.-1", "a.1\n", "a.٣", "a" * 80]
)
def test_a_save_without_a_proper_stamp_is_refused(
    client: Client, attempt: Attempt, stamp: str
) -> None:
    answer = keep(client, attempt, stamp=stamp, answer=option_ids(attempt, 1, right=True)[0])
    assert answer.status_code == 409
    assert attempt.items.get(order=1).typed is None


def test_after_handing_in_it_is_refused_in_words(client: Client, attempt: Attempt) -> None:
    closed = sit_quiz(attempt.person, attempt.quiz.course, right=0)
    answer = keep(client, closed, answer=option_ids(closed, 1, right=True)[0])
    assert answer.status_code == 409
    assert "handed in" in answer.json()["refused"]


def test_someone_elses_attempt_is_missing(client: Client, attempt: Attempt) -> None:
    sign_in(client, UserFactory())
    chosen = option_ids(attempt, 1, right=True)[0]
    assert keep(client, attempt, answer=chosen).status_code == 404
    assert attempt.items.get(order=1).typed is None


def test_who_is_signed_out_is_told_and_finds_it_after_signing_in(
    client: Client, attempt: Attempt
) -> None:
    mark = client.get(address(attempt)).context["writer"]
    client.logout()
    chosen = option_ids(attempt, 1, right=False)[1]
    answer = keep(client, attempt, answer=chosen, writer=mark)
    assert answer.status_code == 401
    assert answer.json()["sign_in"] == f"/accounts/login/?next={address(attempt)}"
    page = sign_in(client, attempt.person).get(address(attempt)).content.decode()
    assert is_checked(page, chosen)
    assert "data-unsaved" in page


def test_a_save_without_a_token_is_refused(attempt: Attempt) -> None:
    strict = sign_in(Client(enforce_csrf_checks=True), attempt.person)
    assert keep(strict, attempt, answer="any").status_code == 403
