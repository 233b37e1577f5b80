"""The asker's page: what it says, what it never says, and what the asker can do there."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from hub.forum.models import Thread
from hub.notices.sending import send_due_notices
from hub.support.enums import Status
from hub.support.services import add_note, answer, assign, close, publish
from tests.factories.forum import SpaceFactory
from tests.factories.people import UserFactory
from tests.factories.support import answered, asked_desk, front_line

pytestmark = pytest.mark.django_db
NOTE = "Between us: ask the lawyers."


def page_for(as_person, request) -> str:
    return as_person(request.asker).get(request.get_absolute_url()).content.decode()


def test_the_status_stands_in_words(as_person) -> None:
    request, colleague = asked_desk(), front_line(name="Sam Okafor")
    assign(request=request, to=colleague, by=colleague)
    page = page_for(as_person, request)
    assert "Being looked at by Sam" in page
    assert "Okafor" not in page


def test_a_question_back_waits_for_you(as_person) -> None:
    request = asked_desk()
    answered(request, asks_back=True)
    assert "Waiting for you" in page_for(as_person, request)


def test_an_answer_is_shown_and_no_note(as_person) -> None:
    request, colleague = asked_desk(), front_line(name="Sam Okafor")
    add_note(request=request, author=colleague, body=NOTE)
    answered(request, colleague, body="The first one.")
    page = page_for(as_person, request)
    assert "The first one." in page
    assert NOTE not in page


def test_no_note_is_in_a_mail_nor_in_a_notice(as_person) -> None:
    request, colleague = asked_desk(title="A secret title"), front_line()
    assign(request=request, to=front_line(), by=colleague, note=NOTE)
    answered(request, colleague, body="A secret answer")
    send_due_notices.call()
    sent = "\n".join(f"{letter.subject}\n{letter.body}" for letter in mail.outbox)
    assert f"There's an answer to your request {request.pk}" in sent
    page = as_person(request.asker).get("/account/notices/").content.decode()
    for secret in (NOTE, "A secret title", "A secret answer"):
        assert secret not in sent + page


def test_who_left_the_team_gets_no_mail(as_person) -> None:
    left, there = front_line(), front_line()
    asked_desk()
    left.memberships.update(ends_on=timezone.localdate() - timedelta(days=1))
    send_due_notices.call()
    assert [letter.to for letter in mail.outbox] == [[there.email]]
    assert "A new request waits" not in as_person(left).get("/account/notices/").content.decode()


def test_markup_in_a_request_stays_text(as_person) -> None:
    request = asked_desk(title="<b>x</b>?", body="<script>alert(1)</script>")
    page = page_for(as_person, request)
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page


def test_a_reply_goes_to_the_team(as_person) -> None:
    request = asked_desk()
    answered(request, asks_back=True)
    client = as_person(request.asker)
    assert client.post(request.get_absolute_url(), {"body": "Both."}).status_code == 302
    request.refresh_from_db()
    assert request.status == Status.TAKEN


def test_an_empty_reply_is_refused_with_a_message(as_person) -> None:
    request = asked_desk()
    page = as_person(request.asker).post(request.get_absolute_url(), {"body": " "})
    assert "Write your reply before you send it." in page.content.decode()
    assert not request.messages.exists()


def test_it_is_closed_and_opened_again(as_person) -> None:
    request = asked_desk()
    client = as_person(request.asker)
    client.post(f"/support/{request.pk}/close/")
    request.refresh_from_db()
    assert request.is_closed
    client.post(f"/support/{request.pk}/reopen/")
    request.refresh_from_db()
    assert request.status == Status.NEW


def test_whether_it_helped_is_asked_once(as_person) -> None:
    request = asked_desk()
    answered(request)
    client, address = as_person(request.asker), f"/support/{request.pk}/helped/"
    assert address in page_for(as_person, request)
    assert client.post(address, {"helped": "partly", "reason": "Late."}).status_code == 302
    request.refresh_from_db()
    assert (request.helped, request.helped_reason) == ("partly", "Late.")
    assert client.get(address).status_code == 404
    assert address not in page_for(as_person, request)


def test_nobody_is_asked_before_there_is_an_answer(as_person) -> None:
    request = asked_desk()
    close(request=request, by=request.asker)
    address = f"/support/{request.pk}/helped/"
    assert as_person(request.asker).get(address).status_code == 404


def test_the_thread_is_linked_for_the_asker(as_person) -> None:
    request = asked_desk(may_publish=True)
    thread = publish(
        request=request, by=front_line(), space=SpaceFactory(), title="Which?", body="In general."
    )
    assert thread.get_absolute_url() in page_for(as_person, request)


def test_the_thread_says_nothing_of_the_asker(client) -> None:
    request = asked_desk(UserFactory(name="Ada Quist"), may_publish=True, title="Private title?")
    publish(
        request=request, by=front_line(), space=SpaceFactory(), title="Which?", body="In general."
    )
    page = client.get(Thread.objects.get().get_absolute_url()).content.decode()
    assert "Quist" not in page
    assert "Private title?" not in page
    assert "/support/" not in page.split("<main")[1].split("</main>")[0]


@pytest.mark.parametrize("who", ["stranger", "colleague", "team"])
@pytest.mark.parametrize("part", ["", "close/", "reopen/", "helped/"])
def test_nobody_else_finds_it(as_person, client, who: str, part: str) -> None:
    request = asked_desk()
    answered(request)
    visitor = {
        "stranger": lambda: client,
        "colleague": lambda: as_person(),
        "team": lambda: as_person(front_line()),
    }[who]()
    address = f"/support/{request.pk}/{part}"
    answers = {visitor.get(address).status_code, visitor.post(address).status_code}
    assert answers <= ({302} if who == "stranger" else {404, 405})
    request.refresh_from_db()
    assert request.status == Status.ANSWERED


def test_the_page_costs_no_query_for_each_message(as_person, django_assert_max_num_queries) -> None:
    request, colleague = asked_desk(), front_line()
    for n in range(8):
        answer(request=request, author=colleague, body=f"Answer {n}.")
    client = as_person(request.asker)
    client.get(request.get_absolute_url())
    with time_machine.travel(timezone.now()), django_assert_max_num_queries(16):
        client.get(request.get_absolute_url())
