"""The page of weekly questions: asks one, tells at once, rests in kind words."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from courses.models import Question, Refresher, RefresherItem
from courses.services.refreshing import is_running, next_item, start_refresher
from hub.access.readers import reader_for
from hub.users.models import User
from tests.factories import pages
from tests.factories.courses import quiz_of, sit_quiz
from tests.factories.people import UserFactory, sign_in
from tests.factories.refreshing import MONDAY, answer_next, options, passed

pytestmark = pytest.mark.django_db

PAGE, START, STOP = "/learning/refresh/", "/learning/refresh/start/", "/learning/refresh/stop/"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MONDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def user() -> User:
    person, _course = passed()
    return person


def running(user: User, client: Client) -> RefresherItem:
    """Signed in with the questions started; the one that comes next."""
    sign_in(client, user)
    item = next_item(reader_for(user), start_refresher(person=user))
    assert item is not None
    return item


def text_of(client: Client, address: str = PAGE) -> str:
    return client.get(address, follow=True).content.decode()


def test_a_result_that_is_passed_offers_the_questions(client: Client) -> None:
    person, course = passed()
    sign_in(client, person)
    attempt = person.attempts.get()
    page = text_of(client, f"/learning/quizzes/{attempt.code}/result/")
    assert f'action="{START}"' in page
    assert course.url in page


def test_a_result_that_isnt_passed_offers_none(client: Client) -> None:
    person, course = passed()
    other = UserFactory()
    attempt = sit_quiz(other, course, right=0)
    sign_in(client, other)
    assert START not in text_of(client, f"/learning/quizzes/{attempt.code}/result/")
    assert quiz_of(course).attempts.count() == 2
    assert person != other


def test_my_learning_starts_and_stops_them(client: Client, user: User) -> None:
    sign_in(client, user)
    assert f'action="{START}"' in text_of(client, "/learning/")
    client.post(START)
    assert f'action="{STOP}"' in text_of(client, "/learning/")
    client.post(STOP)
    assert not is_running(Refresher.objects.get(person=user))


def test_looking_starts_nothing_and_writes_nothing(client: Client, user: User) -> None:
    running(user, client)
    text_of(client)
    assert client.get(START).status_code == 405
    assert not RefresherItem.objects.exists()


def test_it_asks_and_doesnt_tell(client: Client, user: User) -> None:
    item = running(user, client)
    page = text_of(client)
    assert item.question_version.stem in page
    assert "Control shows in who benefits." not in page


def test_an_answer_is_told_at_once_with_what_it_rests_on(client: Client, user: User) -> None:
    item = running(user, client)
    question = Question.objects.get(pk=item.question_id)
    guidance = pages.guidance(title="Signs of control")
    question.cites = [("link", {"page": guidance, "note": ""})]
    question.save()
    address = f"{PAGE}{item.question_id}/"
    answer = client.post(address, {"answer": options(item, right=False)[0]}, follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain[-1][0] == address
    assert "Not right" in page
    assert "Control shows in who benefits." in page
    assert "Signs of control" in page
    assert "comes again in the week of 9 March 2026" in page


def test_no_answer_gets_a_message_beside_the_field(client: Client, user: User) -> None:
    item = running(user, client)
    answer = client.post(f"{PAGE}{item.question_id}/", {})
    assert "govuk-error-message" in answer.content.decode()
    assert not RefresherItem.objects.exists()


def test_after_five_it_says_that_this_is_it(client: Client, user: User) -> None:
    running(user, client)
    for _ in range(5):
        answer_next(user)
    assert "That’s it for this week" in text_of(client)


def test_with_nothing_due_it_says_so(client: Client) -> None:
    person, _course = passed(questions=1)
    running(person, client)
    answer_next(person)
    RefresherItem.objects.update(week="2026-02-02", due_at="2026-06-01T09:00Z")
    assert "Nothing is due this week" in text_of(client)


def test_who_has_passed_nothing_is_told_how_it_begins(client: Client) -> None:
    sign_in(client, UserFactory())
    page = text_of(client)
    assert "Pass one first" in page
    assert START not in page


def test_who_stopped_may_start_again(client: Client, user: User) -> None:
    running(user, client)
    assert f'action="{START}"' in client.post(STOP, follow=True).content.decode()


def test_what_was_typed_while_signed_out_is_asked_for_sign_in(client: Client, user: User) -> None:
    item = running(user, client)
    client.logout()
    assert client.post(f"{PAGE}{item.question_id}/", {"answer": "x"}).status_code == 302
    assert not RefresherItem.objects.exists()


def test_questions_of_others_arent_there(client: Client, user: User) -> None:
    item = running(user, client)
    sign_in(client, UserFactory())
    assert client.get(f"{PAGE}{item.question_id}/").status_code == 404
    assert client.post(f"{PAGE}{item.question_id}/", {"answer": "x"}).status_code == 404


def test_what_others_answered_isnt_there(client: Client, user: User) -> None:
    start_refresher(person=user)
    told = answer_next(user)
    assert told is not None
    other = UserFactory()
    sign_in(client, other)
    start_refresher(person=other)
    assert client.get(f"{PAGE}{told.question_id}/").status_code == 404
