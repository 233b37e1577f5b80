"""Who is alarmed when somebody may be at risk: those on duty at once, then everybody else.

An alarm goes by mail at once, whatever people chose: a life goes before that.
"""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.readers import reader_for
from hub.forum.duty import moderators_of, on_duty
from hub.forum.models import Case, Report
from hub.forum.models.case import ALONE
from hub.notices.enums import Category
from hub.notices.models import Notice
from hub.notices.services import notify


def raise_alarm(*, case: Case, report: Report, at: datetime | None = None) -> None:
    """Alarms those on duty and lets the others know, or alarms everybody where nobody is.

    In the caller's transaction. `at` dates it for demonstrations, of which nobody gets mail and
    nobody is alarmed later.
    """
    everybody = moderators_of(report.post.thread.space)
    first = on_duty_for(report, at or timezone.now())
    text = _(
        "Someone may be at risk now, says a report. In danger: call 999. A child: call "
        "children's services. Then look at the post: it's the first in the queue"
    )
    alarm(case, first or everybody, text, about=str(report.pk), at=at)
    if not first:
        return
    notify(
        people=sorted(set(everybody) - set(first)),
        category=Category.TASK,
        text=_(
            "Someone may be at risk now, says a report. Whoever is on duty is alerted, and you "
            "are if nobody takes it on within 15 minutes"
        ),
        url=reverse("forum:reports"),
        at=at,
        email=at is None,
    )
    if at is None:
        due = timezone.now() + ALONE
        Case.objects.filter(pk=case.pk, alarm_due_at=None).update(alarm_due_at=due)


def on_duty_for(report: Report, moment: datetime) -> list[int]:
    """Those on duty who can act: they read the space, and neither wrote nor reported the post.

    Nothing is asked about who wrote without a name: who is alarmed would tell.
    """
    rule, own = report.post.thread.space.rule, {report.post.author_id, report.reporter_id}
    return [
        person.pk
        for person in on_duty(moment)
        if person.pk not in own and reader_for(person).may_read(rule)
    ]


def alarm(
    case: Case, people: Collection[int], text: str, *, about: str, at: datetime | None = None
) -> None:
    """Nobody is alarmed twice about the same."""
    notify(
        people=people,
        category=Category.ALARM,
        text=text,
        url=reverse("forum:reports"),
        key=f"{key_of(case)}{about}",
        at=at,
        email=at is None,
    )


def key_of(case: Case) -> str:
    """How the keys of all alarms about a case begin."""
    return f"risk {case.pk} "


def pass_alarms_on() -> str:
    """Scheduled: what nobody has taken on for 15 minutes alarms everybody."""
    now = timezone.now()
    due = Case.objects.alarm_due(now).select_related("post__thread__space__access_rule")
    return f"{sum(pass_on(case, now) for case in due)} passed on"


@transaction.atomic
def pass_on(case: Case, now: datetime) -> bool:
    """Whether this run took it: one does, once, and the alarms stand or fall with that."""
    if not Case.objects.alarm_due(now).filter(pk=case.pk).update(alarm_due_at=None):
        return False
    text = _(
        "Someone may be at risk now, and no moderator has taken the report on for 15 minutes. In "
        "danger: call 999. A child: call children's services. Then look at the post: it's the "
        "first in the queue"
    )
    told = Notice.objects.filter(category=Category.ALARM, key__startswith=key_of(case))
    others = set(moderators_of(case.post.thread.space)) - set(
        told.values_list("person_id", flat=True)
    )
    alarm(case, sorted(others), text, about="all")
    return True
