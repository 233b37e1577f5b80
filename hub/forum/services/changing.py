"""Changing what a poll or an event says beside its text. The history keeps what it said."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from hub.forum.besides import answers_of
from hub.forum.models import Event, Poll, PollVote, Post, Thread
from hub.forum.services.editing import edit_post
from hub.forum.services.starting import add_answers


class AnswersFixed(Exception):
    """Somebody has voted: `answers` stay as they are."""

    def __init__(self, answers: Sequence[str]) -> None:
        super().__init__(f"Votes were given for {len(answers)} answers")
        self.answers = answers


class PollOver(Exception):
    """The poll is closed and everybody has seen its results."""


def edit_event(
    *, starts_at: datetime, ends_at: datetime, place: str = "", link: str = "", **written: Any
) -> Post:
    """`written` is what `edit_post` takes. Followers are told of another time or place."""
    wanted = {"starts_at": starts_at, "ends_at": ends_at, "place": place, "link": link}

    def change(thread: Thread) -> bool:
        event = Event.objects.select_for_update().get(thread=thread)
        before = {name: getattr(event, name) for name in wanted}
        for name, value in wanted.items():
            setattr(event, name, value)
        event.save()
        return before != wanted

    return edit_post(change=change, **written)


def edit_poll(
    *, options: Sequence[str], closes_on: date, close_now: bool = False, **written: Any
) -> Post:
    """`written` is what `edit_post` takes. Votes wait meanwhile, and are looked for again.

    Raises AnswersFixed for other answers once somebody has voted, and PollOver for another last day
    once the poll is closed: whoever saw the results would vote.
    """

    def change(thread: Thread) -> bool:
        poll = Poll.objects.select_for_update().get(thread=thread)
        answers = answers_of(poll)
        if list(options) != answers:
            if PollVote.objects.filter(option__poll=poll).exists():
                raise AnswersFixed(answers)
            replace_answers(poll, options)
        if poll.is_closed:
            if closes_on != poll.closes_on:
                raise PollOver
            return False
        poll.closes_on = closes_on
        poll.closed_at = timezone.now() if close_now else None
        poll.save()
        return False

    return edit_post(change=change, **written)


def replace_answers(poll: Poll, texts: Sequence[str]) -> None:
    """New rows: whoever had the old words before them must not have chosen the new ones."""
    poll.options.all().delete()
    add_answers(poll, texts)
