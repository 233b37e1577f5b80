"""What waits for somebody who works in the CMS. It names no page that they may not read."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, TaskState, WorkflowState

from hub.access.pages import readable_or_draft
from hub.access.readers import Reader
from hub.core.dates import long_date
from hub.upkeep.due import changed_below, due_soon, kept_by
from hub.users.models import User

Notes = dict[int, str]


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Pile:
    """A list of pages. `gather` answers ids in order, each with what to say of it.

    It asks what is this person's, not what they may read: `open_to` decides that for every pile.
    """

    name: str
    heading: str | Promise
    gather: Callable[[User], Notes]


def drafts(user: User) -> Notes:
    """What this person wrote last and nobody has published, the newest first. Two queries."""
    states = dict(in_review().values_list("object_id", "status"))
    changed = Page.objects.filter(has_unpublished_changes=True, latest_revision__user=user)
    newest_first = changed.order_by("-latest_revision_created_at")
    return {
        pk: draft_note(live, states.get(str(pk)))
        for pk, live in newest_first.values_list("pk", "live")
        if states.get(str(pk)) != WorkflowState.STATUS_IN_PROGRESS
    }


def draft_note(live: bool, state: str | None) -> str:
    if state == WorkflowState.STATUS_NEEDS_CHANGES:
        return _("The reviewer asks for changes")
    return _("Changes that readers don't see yet") if live else _("Not published yet")


def approvals(user: User) -> Notes:
    """What others sent to be approved, the longest waiting first. Four short queries."""
    waiting = TaskState.objects.reviewable_by(user).filter(
        workflow_state__base_content_type=page_type()
    )
    rows = waiting.order_by("started_at").values_list(
        "workflow_state__object_id", "revision__user__name", "started_at"
    )
    return {int(pk): sent_note(name, started) for pk, name, started in rows}


def sent_note(name: str | None, started: datetime.datetime) -> str:
    words = {"name": name or _("A member"), "day": long_date(started)}
    return _("Sent by %(name)s on %(day)s") % words


def reviews(user: User) -> Notes:
    """Live pages that this person keeps and that are due, first due first. One query."""
    return {row.page_id: review_note(row.due) for row in due_soon(kept_by(user))}


def out_of_date(user: User) -> Notes:
    """Those that rest on something that changed, the longest waiting first. One query."""
    return {row.page_id: changed_note(row.changed) for row in changed_below(kept_by(user))}


def changed_note(day: datetime.date) -> str:
    return _("What it rests on changed on %(day)s") % {"day": long_date(day)}


def review_note(day: datetime.date) -> str:
    words = {"day": long_date(day)}
    if day < timezone.localdate():
        return _("Due since %(day)s") % words
    return _("Due on %(day)s") % words


PILES = (
    Pile("approvals", gettext_lazy("Waiting for your approval"), approvals),
    Pile("reviews", gettext_lazy("Due for review"), reviews),
    Pile("changed", gettext_lazy("To be read again"), out_of_date),
    Pile("drafts", gettext_lazy("Your drafts"), drafts),
)


def in_review() -> QuerySet[WorkflowState]:
    return WorkflowState.objects.active().filter(base_content_type=page_type())


def page_type() -> ContentType:
    return ContentType.objects.get_for_model(Page)


def open_to(notes: Notes, reader: Reader) -> Notes:
    """Those that this person may read, in the same order. One query beside the restrictions'."""
    found = readable_or_draft(Page.objects.filter(pk__in=notes), reader)
    known = set(found.values_list("pk", flat=True))
    return {pk: note for pk, note in notes.items() if pk in known}


def rows(notes: Iterable[tuple[int, str]]) -> list[Row]:
    """What to show of each, with the way to its editor. One query."""
    listed = list(notes)
    titles = dict(
        Page.objects.filter(pk__in=[pk for pk, _ in listed]).values_list("pk", "draft_title")
    )
    return [
        Row(titles[pk], reverse("wagtailadmin_pages:edit", args=[pk]), note)
        for pk, note in listed
        if pk in titles
    ]
