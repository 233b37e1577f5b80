"""Looks pages over, some at a time: what changed, and what nobody looked at for a week."""

from collections import Counter

from wagtail.models import Page

from hub.pages.models import HubPage
from hub.quality.checks import page_findings
from hub.quality.models import PageCheck
from hub.quality.surroundings import Library, library

AT_ONCE = 50


def look_over() -> int:
    """The newest text, drafts included; how many pages were read.

    Safe to repeat, and beside editors: a page that changes meanwhile is read again.
    """
    due = list(Page.objects.filter(PageCheck.due(), depth__gt=1).order_by("pk")[:AT_ONCE])
    known = library() if due else None
    for page in due:
        look_at(page, known)
    return len(due)


def look_at(page: Page, known: Library | None = None) -> None:
    newest = page.get_latest_revision_as_object()
    findings = page_findings(newest, known) if isinstance(newest, HubPage) else ()
    check = PageCheck(page=page, changed_at=page.latest_revision_created_at)
    check.note(Counter(finding.kind for finding in findings))
