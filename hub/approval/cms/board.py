"""The board of what waits on whom. It names no page that its reader may not change."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.models import Page, Revision, TaskState, WorkflowState

from hub.approval.line import Crowd, Line
from hub.approval.models import ApprovalState
from hub.core.pagination import page_of
from hub.pages.boards import Framed, changeable_by
from hub.users.models import User

BOARD, ICON = "cms_approvals", "tasks"
PER_PAGE = 30


class Entry(NamedTuple):
    """A page that waits: for a decision (`state`), for its author (`person`), or for its day."""

    page_id: int
    since: datetime.datetime | None = None
    day: datetime.date | None = None
    state: ApprovalState | None = None
    person: User | None = None


def waiting(_user: User) -> Iterable[Entry]:
    """Due first comes first."""
    for state in ApprovalState.objects.open().filter(workflow_state__base_content_type=of_pages()):
        yield Entry(state.page_id, state.started_at, state.due_on, state)


def asked_of(user: User) -> Iterable[Entry]:
    theirs = set(TaskState.objects.reviewable_by(user).values_list("pk", flat=True))
    return (entry for entry in waiting(user) if entry.state and entry.state.pk in theirs)


def sent_back(_user: User) -> Iterable[Entry]:
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_NEEDS_CHANGES, base_content_type=of_pages()
    )
    for state in states.select_related("requested_by", "current_task_state").order_by(
        "current_task_state__finished_at"
    ):
        since = state.current_task_state.finished_at
        yield Entry(int(state.object_id), since, person=state.requested_by)


def planned(_user: User) -> Iterable[Entry]:
    versions = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    for pk, moment in versions.order_by("approved_go_live_at").values_list(
        "object_id", "approved_go_live_at"
    ):
        yield Entry(int(pk), moment)


def of_pages() -> ContentType:
    return ContentType.objects.get_for_model(Page)


@dataclass(frozen=True, slots=True)
class Shelf:
    name: str
    heading: str | Promise
    about: str | Promise
    find: Callable[[User], Iterable[Entry]]
    since: str | Promise


SINCE = _("Since")
SHELVES = (
    Shelf("all", _("Waiting for approval"), _("Due first comes first."), waiting, SINCE),
    Shelf(
        "mine",
        _("Waiting for you"),
        _("What your role decides, and what you stand in for because it is overdue."),
        asked_of,
        SINCE,
    ),
    Shelf(
        "back",
        _("Sent back"),
        _("Somebody asked for changes. It waits on whoever submitted it."),
        sent_back,
        SINCE,
    ),
    Shelf(
        "planned",
        _("To be published later"),
        _("Approved already. They go live by themselves."),
        planned,
        _("Goes live"),
    ),
)


class BoardView(Framed, TemplateView):
    page_title = _("What waits on whom")
    header_icon = ICON
    template_name = "approval/cms/board.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("show")
        shelf = next((shelf for shelf in SHELVES if shelf.name == asked), SHELVES[0])
        entries = list(shelf.find(self.request.user))
        mine = changeable_by(self.request.user).filter(pk__in={row.page_id for row in entries})
        known = set(mine.values_list("pk", flat=True))
        listed = page_of(self.request, [row for row in entries if row.page_id in known], PER_PAGE)
        return super().get_context_data(**kwargs) | {
            "shelves": SHELVES,
            "shelf": shelf,
            "page_obj": listed,
            "rows": rows(listed),
        }


def rows(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Who is asked is worked out for each, from people and readers that are read once."""
    listed, crowd = list(entries), Crowd()
    pages = Page.objects.filter(pk__in={entry.page_id for entry in listed}).specific(defer=True)
    by_id = {page.pk: page for page in pages}
    return [
        entry._asdict()
        | {"page": by_id[entry.page_id], "line": line_of(entry, by_id[entry.page_id], crowd)}
        for entry in listed
    ]


def line_of(entry: Entry, page: Page, crowd: Crowd) -> Line | None:
    return Line(entry.state, page, crowd) if entry.state else None
