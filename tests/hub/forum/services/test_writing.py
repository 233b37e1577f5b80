from datetime import UTC, datetime

import pytest
from django.core import mail

from hub.forum.services import follow_thread
from hub.notices.models import Notice, Subscription
from tests.factories.forum import SpaceFactory, ThemeFactory, first_post, question, reply
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_a_question_is_a_thread_with_its_first_post() -> None:
    thread = question(title="Who refers?", body="Nobody **knows**.")
    assert thread.slug == "who-refers"
    assert first_post(thread).html == "<p>Nobody <strong>knows</strong>.</p>\n"


def test_a_question_keeps_its_themes() -> None:
    theme = ThemeFactory()
    assert list(question(themes=[theme]).themes.all()) == [theme]


def test_who_asks_follows_the_thread() -> None:
    thread = question()
    assert Subscription.objects.of("thread", thread.pk).get().person == thread.author


def test_the_same_form_sent_twice_makes_one_thread() -> None:
    author, space = UserFactory(), SpaceFactory()
    first = question(author=author, space=space)
    assert question(author=author, space=space) == first


def test_another_question_with_the_same_title_is_its_own_thread() -> None:
    author, space = UserFactory(), SpaceFactory()
    first = question(author=author, space=space)
    assert question(author=author, space=space, body="Something else.") != first


def test_a_title_without_letters_still_has_an_address() -> None:
    assert question(title="???").slug == "question"


def test_replies_are_numbered_counted_and_dated() -> None:
    thread = question()
    reply(thread)
    second = reply(thread)
    thread.refresh_from_db()
    assert second.number == 3
    assert (thread.reply_count, thread.last_post_at) == (2, second.created_at)


def test_the_same_reply_sent_twice_is_one_reply() -> None:
    thread, author = question(), UserFactory()
    assert reply(thread, author=author) == reply(thread, author=author)


def test_followers_are_told_of_a_reply_and_its_writer_is_not() -> None:
    thread, answerer = question(), UserFactory()
    follow_thread(thread=thread, person=answerer)
    reply(thread, author=answerer)
    assert [notice.person for notice in Notice.objects.all()] == [thread.author]


def test_the_notice_leads_to_the_reply() -> None:
    post = reply(question())
    assert Notice.objects.get().url == f"/forum/posts/{post.pk}/"


def test_a_dated_post_keeps_its_date_and_sends_no_email() -> None:
    day = datetime(2026, 5, 4, 9, tzinfo=UTC)
    post = reply(question(at=day), at=day)
    assert post.created_at == day
    assert Notice.objects.get().email_due_at is None
    assert mail.outbox == []
