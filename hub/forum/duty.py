"""Who moderates, and who of them is on duty: whom the hub tells of what can't wait."""

from datetime import datetime

from django.db.models import QuerySet

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.readers import reader_for
from hub.forum.models import DutyShift, Space
from hub.users.models import User


def hub_moderators() -> list[int]:
    rows = Membership.objects.held_in_hub(Role.MODERATOR)
    return list(rows.values_list("person_id", flat=True))


def moderators_of(space: Space) -> list[int]:
    """Those of the hub, and those of the space who may read it now."""
    given = User.objects.filter(pk__in=space.moderators.values("person"))
    reading = [person.pk for person in given if reader_for(person).may_read(space.rule)]
    return sorted({*hub_moderators(), *reading})


def active_moderators() -> QuerySet[User]:
    """Whom a shift can be given to."""
    held = Membership.objects.held_in_hub(Role.MODERATOR)
    people: QuerySet[User] = User.objects.filter(is_active=True, pk__in=held.values("person"))
    return people.order_by("name", "email")


def on_duty(moment: datetime) -> QuerySet[User]:
    """Who has a shift then. Whoever has lost the role or the account since isn't on duty."""
    shifts = DutyShift.objects.on_at(moment)
    return active_moderators().filter(pk__in=shifts.values("person"))
