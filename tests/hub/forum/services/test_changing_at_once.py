"""Somebody votes while the writer changes the answers, each on a connection of their own."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from django.db import connection

from hub.forum.besides import answers_of
from hub.forum.models import Poll, PollVote, Thread
from hub.forum.services import AnswersFixed, NoSuchAnswer, changing, choose_in_poll, edit_poll
from tests.factories.forum import first_post, poll
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

OTHER = ["Never", "Thursday"]
SECONDS_TO_VOTE = 1


@pytest.fixture
def elsewhere() -> Iterator[Callable[[Callable[[], object]], Future]]:
    """Does something on another connection, beside what the test does."""
    with ThreadPoolExecutor(1) as pool:

        def closed(work: Callable[[], object]) -> object:
            try:
                return work()
            finally:
                connection.close()

        yield lambda work: pool.submit(closed, work)


def change(thread: Thread) -> None:
    post = first_post(thread)
    edit_poll(
        post=post,
        editor=thread.author,
        body=post.body,
        version=1,
        options=OTHER,
        closes_on=thread.poll.closes_on,
    )


def voting(thread: Thread) -> Callable[[], object]:
    seen, voter = thread.poll.options.first(), UserFactory()
    return lambda: choose_in_poll(poll=thread.poll, person=voter, options=[seen])


def test_a_vote_waits_while_the_answers_change_and_is_refused_rather_than_lost(
    elsewhere: Callable[[Callable[[], object]], Future], monkeypatch: pytest.MonkeyPatch
) -> None:
    thread, begun = poll(), []
    vote, replace = voting(thread), changing.replace_answers

    def slowly(*given: object) -> None:
        """Between looking for votes and replacing the answers somebody presses the button."""
        begun.append(elsewhere(vote))
        with pytest.raises(TimeoutError):
            begun[0].result(timeout=SECONDS_TO_VOTE)
        replace(*given)

    monkeypatch.setattr(changing, "replace_answers", slowly)
    change(thread)
    with pytest.raises(NoSuchAnswer):
        begun[0].result(timeout=30)
    assert answers_of(Poll.objects.get()) == OTHER
    assert not PollVote.objects.exists()


def test_a_vote_on_another_connection_keeps_the_answers(
    elsewhere: Callable[[Callable[[], object]], Future],
) -> None:
    thread = poll()
    elsewhere(voting(thread)).result(timeout=30)
    with pytest.raises(AnswersFixed):
        change(thread)
    assert PollVote.objects.get().option.text == "Tuesday"
