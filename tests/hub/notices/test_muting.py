"""Muting ends what was still to come, and wins over following."""

import pytest
from django.core import mail
from django.test import Client

from hub.notices.models import Mute, Notice, Subscription
from hub.notices.sending import send_due_notices
from hub.notices.services import mark_seen, mute, subscribe, unmute
from tests.factories.forum import SpaceFactory, question, space_of_area
from tests.factories.notices import NoticeFactory
from tests.factories.people import AreaFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db

MUTED = "/account/notices/muted/"
FOLLOWING = "/account/notices/following/"


def test_mail_that_waited_when_its_thread_was_muted_is_not_sent() -> None:
    thread, person = question(), UserFactory()
    NoticeFactory(person=person, kind="thread", object_id=thread.pk)
    mute(person=person, kind="thread", object_id=thread.pk)
    assert send_due_notices.call() == 0


def test_mail_that_waited_when_its_space_was_muted_is_not_sent() -> None:
    thread, person = question(), UserFactory()
    NoticeFactory(person=person, kind="thread", object_id=thread.pk)
    mute(person=person, kind="space", object_id=thread.space_id)
    assert send_due_notices.call() == 0


def test_what_is_muted_is_asked_again_at_sending() -> None:
    thread, person = question(), UserFactory()
    Mute.objects.create(person=person, kind="space", object_id=thread.space_id)
    NoticeFactory(person=person, kind="thread", object_id=thread.pk)
    NoticeFactory(person=person, text="Another matter")
    send_due_notices.call()
    assert [message.subject for message in mail.outbox] == ["Another matter"]


def test_what_was_followed_is_followed_again_after_unmuting() -> None:
    person = UserFactory()
    subscribe(person=person, kind="space", object_id=1)
    mute(person=person, kind="space", object_id=1)
    assert unmute(person_id=person.pk, kind="space", object_id=1)
    assert Subscription.objects.filter(person=person).exists()


def test_the_buttons_mute_and_unmute() -> None:
    thread, person = question(), UserFactory()
    browser = sign_in(Client(), person)
    assert browser.post(f"{MUTED}thread/{thread.pk}/").url == thread.get_absolute_url()
    assert "Muted: you hear nothing" in browser.get(thread.get_absolute_url()).content.decode()
    browser.post(f"{MUTED}thread/{thread.pk}/stop/")
    assert not Mute.objects.exists()


def test_what_may_not_be_read_can_be_neither_followed_nor_muted() -> None:
    space = space_of_area(AreaFactory())
    browser = sign_in(Client(), UserFactory())
    assert browser.post(f"{FOLLOWING}space/{space.pk}/").status_code == 404
    assert browser.post(f"{MUTED}space/{space.pk}/").status_code == 404


def test_what_nobody_tells_of_can_be_neither_followed_nor_muted() -> None:
    browser = sign_in(Client(), UserFactory())
    assert browser.post(f"{FOLLOWING}weekly_questions/1/").status_code == 404
    assert browser.post(f"{MUTED}nothing/1/").status_code == 404


def test_what_was_lost_can_still_be_unmuted() -> None:
    space, person = space_of_area(AreaFactory()), UserFactory()
    mute(person=person, kind="space", object_id=space.pk)
    response = sign_in(Client(), person).post(f"{MUTED}space/{space.pk}/stop/")
    assert response.url == FOLLOWING


def test_one_page_lists_what_is_followed_and_what_is_muted() -> None:
    person, liked, loud = UserFactory(), SpaceFactory(name="Liked"), SpaceFactory(name="Loud")
    subscribe(person=person, kind="space", object_id=liked.pk)
    mute(person=person, kind="space", object_id=loud.pk)
    page = sign_in(Client(), person).get(FOLLOWING).content.decode()
    assert f'action="{FOLLOWING}space/{liked.pk}/stop/"' in page
    assert f'action="{MUTED}space/{loud.pk}/stop/"' in page


def test_what_was_seen_in_its_thread_needs_no_notice() -> None:
    notice = NoticeFactory(kind="thread", object_id=1, url="/forum/posts/5/")
    unseen = NoticeFactory(person=notice.person, kind="thread", object_id=1, url="/forum/posts/9/")
    mark_seen(person_id=notice.person_id, kind="thread", object_id=1, urls=["/forum/posts/5/"])
    assert list(Notice.objects.unread()) == [unseen]
