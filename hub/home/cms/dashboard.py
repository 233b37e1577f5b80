"""The first screen of the CMS: what waits for the person in front of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from hub.access.readers import Reader
from hub.core.dates import long_date
from hub.forum.models import Report
from hub.forum.models.moderators import moderates_somewhere
from hub.home.cms.beginning import starts
from hub.home.cms.waiting import PILES, Row, open_to, rows
from hub.home.guide import guide_address
from hub.users.models import User

SHOWN = 5


@dataclass(frozen=True, slots=True)
class ShownPile:
    name: str
    heading: str | Promise
    count: int
    rows: list[Row]
    url: str

    @property
    def has_more(self) -> bool:
        return self.count > len(self.rows)


def piles(user: User, reader: Reader) -> list[ShownPile]:
    """What waits, empty piles left out."""
    found = []
    for pile in PILES:
        notes = open_to(pile.gather(user), reader)
        url = reverse("cms_waiting", args=[pile.name])
        shown = rows(list(notes.items())[:SHOWN]) if notes else []
        found.append(ShownPile(pile.name, pile.heading, len(notes), shown, url))
    return [pile for pile in [*found, reports(reader)] if pile.count]


def reports(reader: Reader) -> ShownPile:
    """Reported posts, for moderators. Two queries, none for anybody else."""
    moderator = moderates_somewhere(reader)
    waiting = Report.objects.moderated_by(reader).unhandled() if moderator else None
    url = reverse("forum:reports")
    shown = waiting.with_posts().urgent_first()[:SHOWN] if waiting is not None else []
    return ShownPile(
        name="reports",
        heading=_("Reported posts"),
        count=waiting.count() if waiting is not None else 0,
        rows=[report_row(report, url) for report in shown],
        url=url,
    )


def report_row(report: Report, url: str) -> Row:
    words = {"title": report.post.thread.title, "day": long_date(report.created_at)}
    return Row(report.get_reason_display(), url, _("In “%(title)s”, since %(day)s") % words)


class WaitingPanel(Component):
    """Everything that waits, what can be written, and the way to the guide for authors."""

    name = "waiting"
    order = 10
    template_name = "home/cms/dashboard.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        request: HttpRequest = parent_context["request"]
        user, reader = request.user, request.reader
        return {
            "piles": piles(user, reader),
            "starts": starts(user, reader),
            "guide_url": guide_address(),
        }
