"""What readers said of pages."""

from typing import Any

from wagtail.models import Page

from hub.usefulness.enums import Reason, Verdict
from hub.usefulness.models import PageAnswer


def answer_about(page: Page, verdict: Verdict = Verdict.YES, **fields: Any) -> PageAnswer:
    """About the version that is live now, unless `version` names another."""
    fields.setdefault("version", page.live_revision_id or 0)
    return PageAnswer.objects.create(page_id=page.pk, verdict=verdict, **fields)


def problem_with(page: Page, **fields: Any) -> PageAnswer:
    fields.setdefault("reason", Reason.LINK)
    return answer_about(page, Verdict.PROBLEM, **fields)
