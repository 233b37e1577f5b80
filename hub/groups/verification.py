"""How long somebody is a verified practitioner, which bounds their place in some groups."""

from datetime import date

from hub.access.enums import Role
from hub.access.models import Membership


def verified_until(person_id: int) -> date | None:
    """The last day on which the person is verified; None where they aren't. One query."""
    rows = Membership.objects.current().filter(person_id=person_id, role=Role.PRACTITIONER)
    days = list(rows.values_list("ends_on", flat=True))
    if not days:
        return None
    return max(day or date.max for day in days)
