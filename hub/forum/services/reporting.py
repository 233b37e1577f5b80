from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.readers import reader_for
from hub.access.services import record_audit
from hub.forum.enums import ReportReason
from hub.forum.models import Post, Report, Space
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


@transaction.atomic
def report_post(*, post: Post, reporter: User, reason: ReportReason, note: str = "") -> Report:
    """Tells the moderators of the hub and of the space.

    A second report before the first is handled adds to it.
    """
    report = Report.objects.unhandled().filter(post=post, reporter=reporter).first()
    if report:
        report.reason, report.note = reason, note
        report.save()
        return report
    report = Report.objects.create(post=post, reporter=reporter, reason=reason, note=note)
    notify(
        people=moderators_of(post.thread.space),
        category=Category.TASK,
        text=_("A post was reported: %(reason)s") % {"reason": ReportReason(reason).label},
        url=reverse("forum:reports"),
    )
    return report


@transaction.atomic
def handle_report(*, report: Report, by: User) -> Report:
    """Closes a report. Recorded; hiding the post is a step of its own."""
    if report.handled_at is None:
        report.handled_at, report.handled_by = timezone.now(), by
        report.save()
        record_audit(action="forum.report_handled", subject=f"report {report.pk}", person_id=by.pk)
    return report


def moderators_of(space: Space) -> list[int]:
    """Those of the hub, and those of the space who may read it now."""
    given = User.objects.filter(pk__in=space.moderators.values("person"))
    reading = [person.pk for person in given if reader_for(person).may_read(space.rule)]
    return sorted({*hub_moderators(), *reading})


def hub_moderators() -> list[int]:
    rows = Membership.objects.held_in_hub(Role.MODERATOR)
    return list(rows.values_list("person_id", flat=True))
