"""What readers said of pages, each page once: nobody's answers are told apart any more."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from hub.demo.loader.pages import Shelf
from hub.pages.models import HubPage
from hub.usefulness.enums import Verdict
from hub.usefulness.models import PageAnswer
from hub.usefulness.services import present_version

Row = dict[str, Any]


def load_usefulness(shelf: Shelf, rows: list[Row]) -> None:
    """Pages of which something was said already are left alone. Tells nobody."""
    for row in rows:
        page = shelf.pages[row["page"]]
        if not PageAnswer.objects.filter(page=page.pk).exists():
            load_answers(page, row)


def load_answers(page: HubPage, row: Row) -> None:
    wordless = [{"verdict": Verdict.YES, "days": 3 * n} for n in range(row["useful"])]
    PageAnswer.objects.bulk_create(
        PageAnswer(
            page_id=page.pk,
            version=present_version(page),
            verdict=said["verdict"],
            reason=said.get("reason", ""),
            words=said.get("words", ""),
            day=days_ago(said["days"]),
            dealt_on=days_ago(said["dealt"]) if "dealt" in said else None,
            done=said.get("done", ""),
        )
        for said in [*wordless, *row["said"]]
    )


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)
