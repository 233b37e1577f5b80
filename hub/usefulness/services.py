"""What readers say of pages, and what those who keep a page did about it."""

from django.db import transaction
from django.utils import timezone

from hub.access.services import record_audit
from hub.pages.models import HubPage
from hub.usefulness.enums import Verdict
from hub.usefulness.models import NO_VERSION, PageAnswer
from hub.usefulness.telling import tell_keepers


@transaction.atomic
def say(
    *, page: HubPage, verdict: Verdict, reason: str = "", words: str = "", seen: int | None = None
) -> PageAnswer:
    """Nothing here takes the person along. A problem waits for those who keep the page.

    `seen` is the version that somebody had before them, the present one where none is known.
    """
    answer = PageAnswer.objects.create(
        page_id=page.pk,
        version=version_seen(page, seen),
        verdict=verdict,
        reason="" if verdict == Verdict.YES else reason,
        words=words,
    )
    if answer.is_open:
        tell_keepers(page)
    return answer


def present_version(page: HubPage) -> int:
    return page.live_revision_id or NO_VERSION


def version_seen(page: HubPage, seen: int | None) -> int:
    """An earlier version of this page, or else the present one: no other page's, and no draft."""
    present = present_version(page)
    if seen is None or seen >= present:
        return present
    return seen if seen == NO_VERSION or page.revisions.filter(pk=seen).exists() else present


@transaction.atomic
def deal_with(*, problem: PageAnswer, done: str, by_id: int) -> None:
    problem.dealt_on, problem.done = timezone.localdate(), done
    problem.save(update_fields=["dealt_on", "done"])
    subject = f"page {problem.page_id}"
    record_audit(action="usefulness.dealt_with", subject=subject, person_id=by_id)


@transaction.atomic
def open_again(*, problem: PageAnswer, by_id: int) -> None:
    """What was said to be done stays until it is said anew."""
    problem.dealt_on = None
    problem.save(update_fields=["dealt_on"])
    subject = f"page {problem.page_id}"
    record_audit(action="usefulness.reopened", subject=subject, person_id=by_id)
