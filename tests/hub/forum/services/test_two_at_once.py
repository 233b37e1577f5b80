"""Two people who write at the same moment, each with what they read before the other wrote."""

import pytest

from hub.forum.models import Thread
from hub.forum.services import accept_answer
from tests.factories.forum import question, reply

pytestmark = pytest.mark.django_db


def two_copies(thread: Thread) -> tuple[Thread, Thread]:
    return Thread.objects.get(pk=thread.pk), Thread.objects.get(pk=thread.pk)


def test_two_replies_get_two_numbers() -> None:
    first, second = two_copies(question())
    assert [reply(first).number, reply(second).number] == [2, 3]


def test_two_acceptances_leave_one_answer_and_every_reply() -> None:
    thread = question()
    posts = [reply(thread), reply(thread)]
    for post in posts:
        accept_answer(post=post, by=thread.author)
    stored = Thread.objects.get(pk=thread.pk)
    assert (stored.accepted, stored.reply_count) == (posts[1], 2)


def test_a_reply_does_not_undo_an_acceptance() -> None:
    stale, fresh = two_copies(question())
    post = reply(fresh)
    accept_answer(post=post, by=fresh.author)
    reply(stale)
    assert Thread.objects.get(pk=stale.pk).accepted == post
