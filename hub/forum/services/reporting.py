from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.forum.duty import moderators_of
from hub.forum.enums import ReportReason
from hub.forum.models import Post, Report
from hub.forum.services.alarming import raise_alarm
from hub.forum.services.cases import open_case
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


@transaction.atomic
def report_post(
    *,
    post: Post,
    reporter: User,
    reason: ReportReason,
    note: str = "",
    at: datetime | None = None,
) -> Report:
    """Tells the moderators of the hub and of the space; `alarming` says whom of a risk.

    A second report before the first is handled changes it. `at` dates it for demonstrations, of
    which nobody gets mail.
    """
    report = Report.objects.unhandled().filter(post=post, reporter=reporter).first()
    is_worse = report and reason == ReportReason.RISK != report.reason
    report = report or Report(post=post, reporter=reporter, created_at=at or timezone.now())
    is_new = report.pk is None
    report.reason, report.note = reason, note
    report.save()
    case = open_case(post=post, at=at)
    if reason == ReportReason.RISK and (is_new or is_worse):
        raise_alarm(case=case, report=report, at=at)
    elif is_new:
        tell_moderators(post, reason, at)
    return report


def tell_moderators(post: Post, reason: ReportReason, at: datetime | None) -> None:
    notify(
        people=moderators_of(post.thread.space),
        category=Category.TASK,
        text=_("A post was reported: %(reason)s") % {"reason": ReportReason(reason).label},
        url=reverse("forum:reports"),
        at=at,
        email=at is None,
    )
