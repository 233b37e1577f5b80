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
from hub.forum.models import Case
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
    return [pile for pile in [*found, cases(reader)] if pile.count]


def cases(reader: Reader) -> ShownPile:
    """Posts that wait for a moderator. Three queries for those, one at most for others."""
    moderator = moderates_somewhere(reader)
    waiting = Case.objects.moderated_by(reader).waiting() if moderator else Case.objects.none()
    return ShownPile(
        name="cases",
        heading=_("Moderation queue"),
        count=waiting.count(),
        rows=[case_row(case) for case in waiting.with_posts().urgent_first()[:SHOWN]],
        url=reverse("forum:reports"),
    )


def case_row(case: Case) -> Row:
    what = _("Someone may be at risk now") if case.at_risk else _("A post waits for a moderator")
    words = {"title": case.post.thread.title, "day": long_date(case.opened_at)}
    return Row(what, case.get_absolute_url(), _("In “%(title)s”, since %(day)s") % words)


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
