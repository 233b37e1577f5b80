"""Cases of posts that moderators look at: opened, claimed and closed. `deciding` acts on them."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from hub.access.services import record_audit
from hub.forum.enums import Decision
from hub.forum.models import Case, Post
from hub.users.models import User


class CaseTaken(Exception):
    """Another moderator is looking at it, or has decided."""


def open_case(*, post: Post, at: datetime | None = None) -> Case:
    """The open case of a post, made where there is none."""
    moment = at or timezone.now()
    return Case.objects.get_or_create(post=post, decided_at=None, defaults={"opened_at": moment})[0]


def held_case(case: Case, by: User) -> Case:
    """The case as stored, held for this moderator. Raises CaseTaken."""
    stored = Case.objects.select_for_update().get(pk=case.pk)
    if not stored.is_open or stored.holder not in {None, by}:
        raise CaseTaken
    return stored


@transaction.atomic
def claim_case(*, case: Case, by: User) -> Case:
    """Says that this moderator looks at it, from now on. Raises CaseTaken."""
    stored = held_case(case, by)
    stored.claimed_by, stored.claimed_at = by, timezone.now()
    stored.save()
    return stored


@transaction.atomic
def release_case(*, case: Case, by: User) -> Case:
    """Leaves it to the others. Raises CaseTaken where it is somebody else's."""
    stored = held_case(case, by)
    stored.claimed_by, stored.claimed_at = None, None
    stored.save()
    return stored


def close_case(*, post: Post, by: User, decision: Decision, reason: str = "") -> Case:
    """Writes the decision down, with the reports that it answers. In the caller's transaction."""
    case, now = open_case(post=post), timezone.now()
    case.decision, case.reason = decision, reason
    case.decided_by, case.decided_at = by, now
    case.save()
    for report in post.reports.unhandled():
        report.handled_at, report.handled_by = now, by
        report.save()
        record_audit(action="forum.report_handled", subject=f"report {report.pk}", person_id=by.pk)
    return case
