"""Polls and events: threads that begin with more than a text."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from hub.forum.enums import ThreadKind
from hub.forum.models import Event, Poll, PollOption, PollVote, Thread
from hub.forum.services.writing import ask_question
from hub.users.models import User


class NoSuchAnswer(Exception):
    """The poll hasn't this answer, or no longer."""


@transaction.atomic
def start_poll(*, options: Sequence[str], several: bool, closes_on: date, **written: Any) -> Thread:
    """`written` is what `ask_question` takes; a form sent twice makes one poll."""
    thread = ask_question(kind=ThreadKind.POLL, besides="\n".join(options), **written)
    poll, is_new = Poll.objects.get_or_create(
        thread=thread, defaults={"several": several, "closes_on": closes_on}
    )
    if is_new:
        add_answers(poll, options)
    return thread


def add_answers(poll: Poll, texts: Sequence[str]) -> None:
    """To a poll that has none."""
    PollOption.objects.bulk_create(
        PollOption(poll=poll, number=number, text=text)
        for number, text in enumerate(texts, start=1)
    )


@transaction.atomic
def start_event(
    *, starts_at: datetime, ends_at: datetime, place: str = "", link: str = "", **written: Any
) -> Thread:
    """`written` is what `ask_question` takes; a form sent twice makes one event."""
    thread = ask_question(kind=ThreadKind.EVENT, besides=f"{place}\n{link}", **written)
    when = {"starts_at": starts_at, "ends_at": ends_at}
    Event.objects.get_or_create(thread=thread, defaults={**when, "place": place, "link": link})
    return thread


@transaction.atomic
def choose_in_poll(*, poll: Poll, person: User, options: Collection[PollOption]) -> Poll:
    """What the person chooses, in place of what they chose before.

    Raises ValueError once it is closed, and for what isn't one answer where one is asked for;
    NoSuchAnswer for what isn't an answer of it, or no longer.
    """
    held = Poll.objects.select_for_update().get(pk=poll.pk)
    if held.is_closed:
        raise ValueError("This poll is closed.")
    if not options or (len(options) > 1 and not held.several):
        raise ValueError("One answer, or several where the poll takes them.")
    # Of another poll, or replaced since: the writer may change answers until somebody votes.
    if held.options.filter(pk__in=[option.pk for option in options]).count() != len(options):
        raise NoSuchAnswer
    PollVote.objects.filter(option__poll=held, person=person).delete()
    PollVote.objects.bulk_create(PollVote(option=option, person=person) for option in options)
    return held
