from django.db import transaction
from django.utils.translation import gettext as _

from hub.access.models import Membership
from hub.access.services import record_audit
from hub.groups.models import WorkingGroup
from hub.groups.refusals import Refused
from hub.groups.services.places import last_day, locked, place_of
from hub.users.models import User


@transaction.atomic
def confirm_place(*, group: WorkingGroup, person: User) -> Membership:
    """A person says that they are still in the group: the place lasts another period from today.

    Raises Refused for somebody who isn't in it any more.
    """
    held = locked(group)
    place = place_of(held, person.pk)
    if place is None:
        raise Refused(_("You aren't in this group any more."))
    place.ends_on = last_day(held, person.pk)
    place.save(update_fields=["ends_on"])
    record_audit(
        action="membership.confirmed", subject=f"membership {place.pk}", person_id=person.pk
    )
    return place
