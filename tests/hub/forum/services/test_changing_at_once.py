"""Somebody votes while the writer changes the answers, each on a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from hub.forum.besides import answers_of
from hub.forum.models import Poll, PollVote
from hub.forum.services import AnswersFixed, NoSuchAnswer, choose_in_poll, edit_poll
from tests.factories.forum import first_post, poll
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

OTHER = ["Never", "Thursday"]


def at_once(*works: Callable[[], object]) -> list[bool]:
    """Lets all go together; for each, whether it went through."""
    gate = Barrier(len(works))

    def run(work: Callable[[], object]) -> bool:
        try:
            gate.wait(timeout=30)
            work()
        except (AnswersFixed, NoSuchAnswer):
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


@pytest.mark.parametrize("turn", range(6))
def test_either_the_vote_counts_for_what_was_seen_or_the_answers_change(turn: int) -> None:
    thread, voter = poll(), UserFactory()
    seen, post = thread.poll.options.first(), first_post(thread)
    votes, changes = at_once(
        lambda: choose_in_poll(poll=thread.poll, person=voter, options=[seen]),
        lambda: edit_poll(
            post=post,
            editor=thread.author,
            body=post.body,
            version=1,
            options=OTHER,
            closes_on=thread.poll.closes_on,
        ),
    )
    assert votes != changes
    words = PollVote.objects.values_list("option__text", flat=True)
    assert list(words) == (["Tuesday"] if votes else [])
    assert answers_of(Poll.objects.get()) == (["Tuesday", "Thursday"] if votes else OTHER)
