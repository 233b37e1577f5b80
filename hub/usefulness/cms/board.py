"""What the board shows, of pages that its reader may change and of no other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Revision

from hub.pages.boards import changeable_by
from hub.pages.models import HubPage
from hub.usefulness.enums import Verdict
from hub.usefulness.models import NO_VERSION, PageAnswer
from hub.usefulness.services import present_version
from hub.users.models import User


def rows_for(user: User) -> QuerySet:
    """Counts for each page, those with open problems first."""
    return PageAnswer.objects.filter(page__in=changeable_by(user)).by_page()


def earlier(row: dict[str, Any]) -> dict[str, Any]:
    """The row with what was said of versions before the present one."""
    return row | {f"was_{v}": row[f"all_{v}"] - row[f"now_{v}"] for v in Verdict.values}


@dataclass(frozen=True, slots=True)
class Version:
    """`saved_at` is unknown where the page was loaded, or its old revisions were cleared away."""

    saved_at: datetime | None
    is_present: bool
    counts: dict[str, int]


def versions_of(page: HubPage) -> Iterator[Version]:
    """The newest first. Two queries."""
    rows = list(PageAnswer.objects.filter(page=page.pk).by_version())
    known = [row["version"] for row in rows if row["version"] != NO_VERSION]
    saved = dict(Revision.objects.filter(pk__in=known).values_list("pk", "created_at"))
    for row in rows:
        version = row.pop("version")
        yield Version(saved.get(version), version == present_version(page), row)
