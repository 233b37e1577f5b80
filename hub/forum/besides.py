"""What a poll or an event says beside the text of its first post, in words."""

from django.utils import timezone
from django.utils.translation import gettext as _

from hub.core.dates import long_date
from hub.forum.enums import ThreadKind
from hub.forum.models import Event, Poll, Thread


def besides_of(thread: Thread) -> str:
    """As the history keeps it. Empty for other threads; one or two queries for these."""
    if thread.kind == ThreadKind.POLL:
        return said_of_poll(Poll.objects.get(thread=thread))
    if thread.kind == ThreadKind.EVENT:
        return said_of_event(Event.objects.get(thread=thread))
    return ""


def typed_besides(thread: Thread) -> str:
    """The part of it that somebody typed freely."""
    if thread.kind == ThreadKind.POLL:
        return "\n".join(answers_of(Poll.objects.get(thread=thread)))
    if thread.kind == ThreadKind.EVENT:
        event = Event.objects.get(thread=thread)
        return f"{event.place}\n{event.link}"
    return ""


def answers_of(poll: Poll) -> list[str]:
    return [option.text for option in poll.options.order_by("number")]


def said_of_poll(poll: Poll) -> str:
    lines = [_("Answers:"), *(f"- {answer}" for answer in answers_of(poll))]
    lines.append(f"{_('Last day to vote')}: {long_date(poll.closes_on)}")
    if poll.closed_at:
        lines.append(f"{_('Closed on')}: {long_date(poll.closed_at)}")
    return "\n".join(lines)


def said_of_event(event: Event) -> str:
    starts, ends = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    day = "" if starts.date() == ends.date() else f"{long_date(ends)}, "
    lines = [f"{_('When')}: {long_date(starts)}, {starts:%H:%M} {_('to')} {day}{ends:%H:%M}"]
    if event.place:
        lines.append(f"{_('Where')}: {event.place}")
    if event.link:
        lines.append(f"{_('Online')}: {event.link}")
    return "\n".join(lines)
