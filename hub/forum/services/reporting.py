from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.readers import reader_for
from hub.forum.enums import ReportReason
from hub.forum.models import Post, Report, Space
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
    """Tells the moderators of the hub and of the space.

    A second report before the first is handled changes it. `at` dates it for demonstrations, of
    which nobody gets mail.
    """
    report = Report.objects.unhandled().filter(post=post, reporter=reporter).first()
    is_worse = report and reason == ReportReason.RISK != report.reason
    report = report or Report(post=post, reporter=reporter, created_at=at or timezone.now())
    is_new = report.pk is None
    report.reason, report.note = reason, note
    report.save()
    open_case(post=post, at=at)
    if is_new or is_worse:
        tell_moderators(post, reason, at)
    return report


def tell_moderators(post: Post, reason: ReportReason, at: datetime | None) -> None:
    """A life goes before what people chose about mail: that notice goes at once, to everybody."""
    if reason == ReportReason.RISK:
        category, text = (
            Category.ALARM,
            _(
                "Someone may be at risk now, says a report. In danger: call 999. A child: call "
                "children's services. Then look at the post: it's the first in the queue"
            ),
        )
    else:
        category = Category.TASK
        text = _("A post was reported: %(reason)s") % {"reason": ReportReason(reason).label}
    people = moderators_of(post.thread.space)
    notify(
        people=people,
        category=category,
        text=text,
        url=reverse("forum:reports"),
        at=at,
        email=at is None,
    )


def moderators_of(space: Space) -> list[int]:
    """Those of the hub, and those of the space who may read it now."""
    given = User.objects.filter(pk__in=space.moderators.values("person"))
    reading = [person.pk for person in given if reader_for(person).may_read(space.rule)]
    return sorted({*hub_moderators(), *reading})


def hub_moderators() -> list[int]:
    rows = Membership.objects.held_in_hub(Role.MODERATOR)
    return list(rows.values_list("person_id", flat=True))
