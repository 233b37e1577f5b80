"""The round-up of what a person follows: one mail, nothing twice, nothing they may not be told."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from hub.access.enums import Marking
from hub.access.models import AccessRule
from hub.access.rules import rule
from hub.access.tokens import area_token
from hub.forum.models import Space
from hub.forum.services import hide_post
from hub.notices.enums import Category, Rhythm
from hub.notices.models import Notice, NoticeChoices, Subscription
from hub.notices.sending import send_due_notices
from hub.notices.services import mute, subscribe
from hub.users.models import User
from tests.factories.forum import (
    SpaceFactory,
    first_post,
    members_space,
    moderator,
    question,
    reply,
)
from tests.factories.people import AreaFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db


def follower(*things: tuple[str, int], rhythm: Rhythm = Rhythm.DAILY) -> User:
    person = UserFactory()
    NoticeChoices.objects.create(person=person, followed=rhythm)
    for kind, object_id in things:
        subscribe(person=person, kind=kind, object_id=object_id)
    return person


def morning_comes() -> None:
    past = timezone.now() - timedelta(minutes=1)
    Notice.objects.filter(email_due_at__isnull=False).update(email_due_at=past)
    send_due_notices.call()


def mails_to(person: User) -> list[EmailMessage]:
    return [message for message in mail.outbox if message.to == [person.email]]


def test_it_is_one_mail_with_each_thread_once() -> None:
    space, thread = SpaceFactory(), question(title="Who refers?")
    person = follower(("space", space.pk), ("thread", thread.pk))
    question(space=space, title="What is a curfew?")
    reply(thread, body="One.")
    reply(thread, body="Two.")
    assert mails_to(person) == []
    morning_comes()
    (message,) = mails_to(person)
    assert message.body.count("What is a curfew?") == 1
    assert message.body.count("Who refers?") == 1
    assert "(and 1 more about it)" in message.body


@pytest.mark.parametrize(("rhythm", "days"), [(Rhythm.DAILY, 1), (Rhythm.WEEKLY, 7)])
def test_it_waits_for_the_rhythm_that_a_person_chose(rhythm: Rhythm, days: int) -> None:
    space = SpaceFactory()
    person = follower(("space", space.pk), rhythm=rhythm)
    question(space=space)
    due = Notice.objects.get(person=person).email_due_at
    assert timezone.now() < due <= timezone.now() + timedelta(days=days, hours=1)


def test_who_wants_none_gets_none() -> None:
    space = SpaceFactory()
    person = follower(("space", space.pk), rhythm=Rhythm.HUB)
    question(space=space)
    morning_comes()
    assert mails_to(person) == []


def test_what_they_read_in_the_thread_is_not_in_it_and_nothing_empty_is_sent() -> None:
    space = SpaceFactory()
    person = follower(("space", space.pk))
    thread = question(space=space)
    sign_in(Client(), person).get(thread.get_absolute_url())
    morning_comes()
    assert mails_to(person) == []


def test_what_was_told_once_is_not_told_in_the_next_one() -> None:
    space = SpaceFactory()
    person = follower(("space", space.pk))
    thread = question(space=space, title="First matter")
    morning_comes()
    question(space=space, title="Second matter")
    morning_comes()
    assert "First matter" not in mails_to(person)[1].body
    reply(thread)
    morning_comes()
    assert "First matter" in mails_to(person)[2].body


def test_access_is_asked_when_it_is_sent() -> None:
    space = members_space()
    person = follower(("space", space.pk))
    question(space=space)
    Space.objects.filter(pk=space.pk).update(
        access_rule=AccessRule.objects.for_rule(rule([area_token(AreaFactory().pk)]))
    )
    morning_comes()
    assert mails_to(person) == []


def test_what_was_hidden_or_muted_meanwhile_is_not_in_it() -> None:
    space, other = SpaceFactory(), SpaceFactory()
    person = follower(("space", space.pk), ("space", other.pk))
    hide_post(post=first_post(question(space=space)), by=moderator(), reason="Names a child.")
    question(space=other)
    mute(person=person, kind="space", object_id=other.pk)
    morning_comes()
    assert mails_to(person) == []


def test_titles_of_sensitive_spaces_are_in_no_mail() -> None:
    space = SpaceFactory(name="Hidden hands")
    person = follower(("space", space.pk))
    question(space=space, title="Operation nightjar")
    Space.objects.filter(pk=space.pk).update(marking=Marking.OFFICIAL_SENSITIVE)
    morning_comes()
    text = "".join(f"{message.subject}{message.body}" for message in mails_to(person))
    assert "nightjar" not in text
    assert "Hidden hands" not in text


def test_one_click_stops_it() -> None:
    space = SpaceFactory()
    person = follower(("space", space.pk))
    question(space=space)
    morning_comes()
    link = mails_to(person)[0].extra_headers["List-Unsubscribe"].strip("<>")
    Client(enforce_csrf_checks=True).post("/" + link.split("/", 3)[3])
    question(space=space)
    morning_comes()
    assert len(mails_to(person)) == 1


def test_one_click_of_a_mail_at_once_stops_what_brought_it() -> None:
    space = SpaceFactory()
    person = follower(("space", space.pk), rhythm=Rhythm.AT_ONCE)
    question(space=space)
    send_due_notices.call()
    link = "/" + mails_to(person)[0].extra_headers["List-Unsubscribe"].strip("<>").split("/", 3)[3]
    strict = Client(enforce_csrf_checks=True)
    assert "follow the space" in strict.get(link).content.decode()
    strict.post(link)
    assert not Subscription.objects.filter(person=person).exists()
    assert Notice.objects.filter(person=person, category=Category.FOLLOWED).exists()
