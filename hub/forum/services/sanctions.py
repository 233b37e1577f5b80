"""Warnings, restrictions and suspensions, by moderators of the hub."""

from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.services import record_audit
from hub.core.dates import long_date
from hub.forum.enums import Measure
from hub.forum.models import Sanction
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


@transaction.atomic
def impose(*, person: User, measure: Measure, reason: str, by: User, days: int = 0) -> Sanction:
    """Counts at once, and until `days` from today. Recorded, and the person is told.

    Raises ValueError where somebody means themselves.
    """
    if person.pk == by.pk:
        raise ValueError("Nobody sanctions themselves.")
    ends_on = timezone.localdate() + timedelta(days=days)
    sanction = Sanction.objects.create(
        person=person,
        measure=measure,
        reason=reason,
        imposed_by=by,
        ends_on=None if measure == Measure.WARN else ends_on,
    )
    audit("forum.sanction_imposed", sanction, by, f"{measure}: {reason}")
    texts = {
        Measure.WARN: _("A moderator warned you about what you wrote in the forum"),
        Measure.RESTRICT: _("Until %(day)s a moderator looks at each post of yours first"),
        Measure.SUSPEND: _("Until %(day)s you can read the forum and not write in it"),
    }
    tell(sanction, texts[measure] % {"day": long_date(ends_on)}, reason)
    return sanction


@transaction.atomic
def lift(*, sanction: Sanction, by: User, reason: str = "") -> Sanction:
    """Ends it before its day. Recorded, and the person is told; a second time changes nothing."""
    stored = Sanction.objects.select_for_update().get(pk=sanction.pk)
    if stored.lifted_at is None:
        stored.lifted_at, stored.lifted_by = timezone.now(), by
        stored.save()
        audit("forum.sanction_lifted", stored, by, reason)
        tell(stored, _("A moderator lifted what was laid on you in the forum"), reason)
    return stored


def audit(action: str, sanction: Sanction, by: User, reason: str) -> None:
    """Names the person, and never the post: it may have been anonymous."""
    subject = f"person {sanction.person_id}"
    record_audit(action=action, subject=subject, person_id=by.pk, reason=reason)


def tell(sanction: Sanction, text: str, reason: str) -> None:
    notify(
        people=[sanction.person_id],
        category=Category.ACCOUNT,
        text=text,
        detail=reason,
        url=reverse("forum:sanction", args=[sanction.pk]),
    )
