from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.access.services import record_audit
from hub.interventions.conditions import Condition, Presence
from hub.interventions.models import AreaStatement
from hub.taxonomy.models import Area
from hub.users.models import User


class Overtaken(Exception):
    """Somebody else stated it meanwhile; nothing was written. The message says so."""


@transaction.atomic
def state_condition(
    *,
    area: Area,
    condition: Condition,
    presence: Presence,
    note: str,
    as_of: date,
    by: User,
    seen: int,
    at: datetime | None = None,
) -> AreaStatement:
    """Adds what an area says of itself, and keeps what it said before.

    `seen` is what `mark_of` gave when the form was shown. Raises Overtaken where it changed since.
    """
    Area.objects.select_for_update().get(pk=area.pk)
    if seen != mark_of(area, condition):
        raise Overtaken(
            _(
                "Somebody else answered this since you opened the page. Yours isn't saved yet: "
                "look at theirs above, and send yours again if it should take its place."
            )
        )
    statement = AreaStatement.objects.create(
        area=area,
        condition=condition,
        presence=presence,
        note=note,
        as_of=as_of,
        stated_by=by,
        stated_at=at or timezone.now(),
    )
    record_audit(
        action="area.stated",
        subject=f"area {area.pk}",
        person_id=by.pk,
        reason=f"{condition}: {presence}",
    )
    return statement


def mark_of(area: Area, condition: Condition) -> int:
    """Stands for the last word on it; 0 where nobody said anything."""
    last = AreaStatement.objects.of(area).about(condition).order_by("-pk")
    return last.values_list("pk", flat=True).first() or 0
