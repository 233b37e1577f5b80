"""Scheduled work of this app."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.enums import Role
from hub.access.models import Membership
from hub.core.dates import long_date
from hub.groups.models import Invitation, WorkingGroup
from hub.groups.periods import REMINDED_AGAIN, REMINDED_BEFORE
from hub.groups.sending import send_due_invitations
from hub.notices.enums import Category
from hub.notices.models import Notice
from hub.notices.services import notify
from hub.notices.tasks import enqueue


def start_sending() -> str:
    """Starts the sweep again where invitations wait, such as after the mail server was away."""
    waiting = Invitation.objects.mail_due(timezone.now()).count()
    if waiting:
        enqueue(send_due_invitations)
    return f"{waiting} waiting"


@transaction.atomic
def remind() -> str:
    """Asks people whose places run out soon whether they're still in the group.

    Once, and again a week later where they didn't answer. A query for the places and one for each
    group with some; the groups are held, so that two runs at once remind once.
    """
    told = 0
    for group in WorkingGroup.objects.select_for_update().filter(pk__in=groups_with_due_places()):
        url = reverse("groups:confirm", args=[group.slug])
        lately = told_lately(url, timezone.now())
        for place in due_places(group):
            if place.person_id not in lately:
                ask_again(group, place, url)
                told += 1
    return f"{told} reminded"


def groups_with_due_places() -> list[int]:
    today = timezone.localdate()
    due = Membership.objects.current().filter(ends_on__lte=today + REMINDED_BEFORE)
    running = WorkingGroup.objects.running().filter(group__in=due.values("group"))
    return list(running.values_list("pk", flat=True))


def due_places(group: WorkingGroup) -> Iterable[Membership]:
    return group.places.filter(ends_on__lte=timezone.localdate() + REMINDED_BEFORE)


def ask_again(group: WorkingGroup, place: Membership, url: str) -> None:
    text = _("Are you still in %(group)s? Say so by %(day)s, or your place ends then")
    notify(
        people=[place.person_id],
        category=Category.TASK,
        text=text % {"group": group.told_name, "day": long_date(place.ends_on)},
        url=url,
    )


@transaction.atomic
def call_for_owners() -> str:
    """Tells administrators of groups that nobody looks after; again each week while it's so."""
    told = 0
    rows = Membership.objects.held_in_hub(Role.ADMINISTRATOR)
    administrators = set(rows.values_list("person_id", flat=True))
    missing = WorkingGroup.objects.without_owner().values_list("pk", flat=True)
    for group in WorkingGroup.objects.select_for_update().filter(pk__in=list(missing)):
        url = reverse("groups:members", args=[group.slug])
        people = administrators - told_lately(url, timezone.now())
        notify(
            people=people,
            category=Category.TASK,
            text=_("A group has no owner any more: %(group)s") % {"group": group.told_name},
            url=url,
        )
        told += len(people)
    return f"{told} told"


def told_lately(url: str, now: datetime) -> set[int]:
    """Who had a notice about this address within the last days. One query."""
    lately = Notice.objects.filter(url=url, created_at__gt=now - REMINDED_AGAIN)
    return set(lately.values_list("person_id", flat=True))
