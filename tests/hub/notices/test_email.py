"""What mails say and what they keep to themselves."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client

from hub.access import registry
from hub.access.models import AccessRule
from hub.access.registry import kind_named
from hub.access.rules import rule
from hub.access.tokens import area_token
from hub.forum.models import Thread
from hub.notices.enums import Category, Rhythm
from hub.notices.models import Mail, Notice
from hub.notices.sending import send_due_notices
from hub.notices.services import mark_read, notify, subscribe
from hub.users.models import User
from tests.factories.forum import members_space, question, reply
from tests.factories.notices import NoticeFactory
from tests.factories.people import AreaFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return UserFactory()


def about(thread: Thread, person: User, **more: Any) -> Notice:
    known = {"kind": "thread", "object_id": thread.pk, "url": thread.get_absolute_url()}
    return NoticeFactory(person=person, **known | more)


def the_mail() -> EmailMessage:
    send_due_notices.call()
    (message,) = mail.outbox
    return message


def click(message: EmailMessage) -> str:
    return message.extra_headers["List-Unsubscribe"].strip("<>").split("/", 3)[3]


@pytest.fixture
def sensitive(monkeypatch: pytest.MonkeyPatch) -> Callable[[Thread], None]:
    """Marks a thread as one whose words must stay in the hub."""

    def mark(thread: Thread) -> None:
        kind = replace(kind_named("thread"), sensitive=lambda ids: {thread.pk} & set(ids))
        monkeypatch.setitem(registry._kinds, "thread", kind)

    return mark


def test_a_mail_of_one_notice_says_it_in_subject_and_text(person: User) -> None:
    NoticeFactory(person=person, text="Ann replied to “Who refers?”", url="/forum/posts/1/")
    message = the_mail()
    assert message.subject == "Ann replied to “Who refers?”"
    assert "/forum/posts/1/\n" in message.body
    assert "/account/notices/choices/" in message.body


def test_what_somebody_wrote_is_not_mailed(person: User) -> None:
    NoticeFactory(person=person, detail="He named a child")
    message = the_mail()
    assert "child" not in str(message.message())
    assert "Your notices say more about it." in message.body


@pytest.mark.parametrize("rhythm", [Rhythm.AT_ONCE, Rhythm.WEEKLY])
def test_of_a_sensitive_thing_a_mail_says_only_that_something_waits(
    person: User, sensitive: Callable[[Thread], None], rhythm: Rhythm
) -> None:
    thread = question(title="Canary at the mill", space=members_space())
    sensitive(thread)
    about(thread, person, rhythm=rhythm, text="Ann replied to “Canary at the mill”")
    message = the_mail()
    assert "anary" not in str(message.message())
    assert thread.get_absolute_url() not in message.body
    assert "/account/notices/\n" in message.body


def test_a_round_up_names_what_it_may_and_counts_what_it_may_not(
    person: User, sensitive: Callable[[Thread], None]
) -> None:
    secret, closed, plain = (question(title=t) for t in ("Secret", "Closed", "Plain"))
    sensitive(secret)
    for thread in (secret, closed, plain):
        about(thread, person, rhythm=Rhythm.WEEKLY, text=f"Reply to {thread.title}")
    closed.space.access_rule = AccessRule.objects.for_rule(rule([area_token(AreaFactory().pk)]))
    closed.space.save()
    message = the_mail()
    assert message.subject == "Your round-up: 2 new things"
    assert "Reply to Plain" in message.body
    assert "1 thing more waits for you in the hub." in message.body
    assert "Closed" not in message.body


def test_a_round_up_of_which_nothing_may_be_told_is_not_sent(person: User) -> None:
    thread = question()
    about(thread, person, rhythm=Rhythm.WEEKLY)
    mark_read(notice=about(question(), person, rhythm=Rhythm.WEEKLY))
    Thread.objects.filter(pk=thread.pk).update(hidden_at=thread.created_at)
    assert send_due_notices.call() == 0
    assert (Mail.objects.get().due_at, Mail.objects.get().sent_at) == (None, None)


def test_a_round_up_has_a_heading_for_each_kind_and_a_line_for_each_thing(person: User) -> None:
    thread = question()
    for n in range(3):
        about(thread, person, rhythm=Rhythm.WEEKLY, text=f"Reply {n}", category=Category.REPLY)
    NoticeFactory(person=person, rhythm=Rhythm.WEEKLY, text="A course", category=Category.NEWS)
    body = the_mail().body
    assert "Replies to you\n\n- Reply 2 (and 2 more about it)\n" in body
    assert "News of the hub\n\n- A course\n" in body
    assert "Reply 1" not in body


def test_a_long_round_up_says_how_much_it_leaves_out(person: User) -> None:
    for n in range(33):
        NoticeFactory(person=person, rhythm=Rhythm.WEEKLY, url=f"/{n}/")
    message = the_mail()
    assert message.subject == "Your round-up: 33 new things"
    assert "And 3 more, in your notices." in message.body


def test_somebody_deactivated_while_a_round_up_waited_gets_none(person: User) -> None:
    NoticeFactory(person=person, rhythm=Rhythm.WEEKLY)
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert send_due_notices.call() == 0


def test_the_one_click_of_a_mail_about_what_i_follow_stops_just_that() -> None:
    thread = question()
    reply(thread, body="Ask the lead.")
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"/{click(the_mail())}").status_code == 200
    reply(thread, body="Or the team.")
    other = question(author=thread.author)
    reply(other, body="Yes.")
    send_due_notices.call()
    assert len(mail.outbox) == 2


def test_the_one_click_of_any_other_mail_stops_its_kind(person: User) -> None:
    NoticeFactory(person=person, category=Category.TASK)
    Client().post(f"/{click(the_mail())}")
    told = notify(people=[person.pk], category=Category.TASK, text="Report", url="/forum/")
    assert told[0].email_due_at is None


def test_the_one_click_of_a_round_up_stops_round_ups(person: User) -> None:
    NoticeFactory(person=person, rhythm=Rhythm.WEEKLY, category=Category.NEWS)
    Client().post(f"/{click(the_mail())}")
    told = notify(people=[person.pk], category=Category.NEWS, text="News", url="/")
    assert told[0].email_due_at is None


@pytest.mark.parametrize("rhythm", [Rhythm.AT_ONCE, Rhythm.WEEKLY])
def test_every_mail_but_those_about_the_account_can_be_stopped_with_one_click(
    person: User, rhythm: Rhythm
) -> None:
    NoticeFactory(person=person, rhythm=rhythm)
    headers = the_mail().extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Unsubscribe"].startswith("<http")


def test_a_mail_about_the_account_offers_no_way_to_stop_it(person: User) -> None:
    NoticeFactory(person=person, category=Category.ACCOUNT)
    message = the_mail()
    assert not {"List-Unsubscribe", "List-Unsubscribe-Post"} & set(message.extra_headers)
    assert "comes whatever you chose" in message.body


def test_stopping_takes_back_the_mail_about_it_that_was_still_to_come(person: User) -> None:
    thread = question()
    subscribe(person=person, kind="thread", object_id=thread.pk)
    about(thread, person, rhythm=Rhythm.WEEKLY, category=Category.FOLLOWED)
    about(thread, person)
    send_due_notices.call()
    waiting = about(thread, person)
    Client().post(f"/{click(mail.outbox[0])}")
    waiting.refresh_from_db()
    assert waiting.email_due_at is None
