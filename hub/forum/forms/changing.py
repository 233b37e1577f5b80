"""Editing the first post of a poll or an event, with what stands beside its text."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.forum.besides import answers_of
from hub.forum.enums import ThreadKind
from hub.forum.forms.besides import AsksForAnswers, AsksWhenAndWhere
from hub.forum.forms.writing import EditStartForm
from hub.forum.models import Event, Poll, PollVote, Post


class EditPollForm(AsksForAnswers, EditStartForm):
    """What may be changed still is decided where it's saved: people vote meanwhile."""

    close_now = forms.BooleanField(
        label=_("Close the poll now"),
        required=False,
        help_text=_("Everybody sees the results, and it can't be opened again."),
    )
    field_order = ("title", "body", "options", "closes_on", "close_now")

    def __init__(self, *args: Any, post: Post, **options: Any) -> None:
        self.poll = Poll.objects.get(thread=post.thread_id)
        self.last_day = self.poll.closes_on
        super().__init__(*args, post=post, **options)
        if self.poll.is_closed:
            del self.fields["close_now"]
        if not self.is_bound:
            self.say_what_is_fixed()

    def say_what_is_fixed(self) -> None:
        if PollVote.objects.filter(option__poll=self.poll).exists():
            self.fix("options", _now("Somebody has voted: the answers stay as they are."))
        if self.poll.is_closed:
            self.fix("closes_on", _now("The poll is closed and stays so."))

    def fix(self, name: str, why: str) -> None:
        self.fields[name].widget.attrs["readonly"] = True
        self.fields[name].help_text = why


class EditEventForm(AsksWhenAndWhere, EditStartForm):
    field_order = ("title", "body", "day", "starts", "ends", "place", "link")

    def __init__(self, *args: Any, post: Post, **options: Any) -> None:
        self.event = Event.objects.get(thread=post.thread_id)
        super().__init__(*args, post=post, **options)

    def moments_of(self, day: date, starts: time, ends: time) -> tuple[datetime, datetime]:
        """Times that nobody touched stay: those of the past, over midnight, and their seconds."""
        if {"day": day, "starts": starts, "ends": ends} == times_of(self.event):
            return self.event.starts_at, self.event.ends_at
        return super().moments_of(day, starts, ends)


def times_of(event: Event) -> dict[str, Any]:
    starts, ends = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    times = {"starts": starts.time(), "ends": ends.time()}
    shown = {name: time.replace(second=0, microsecond=0) for name, time in times.items()}
    return {"day": starts.date(), **shown}


def first_besides(post: Post) -> dict[str, Any]:
    """What the form of a poll or an event shows before anybody types. One or two queries."""
    if post.thread.kind == ThreadKind.POLL:
        poll = Poll.objects.get(thread=post.thread)
        return {"options": "\n".join(answers_of(poll)), "closes_on": poll.closes_on}
    event = Event.objects.get(thread=post.thread)
    return {**times_of(event), "place": event.place, "link": event.link}
