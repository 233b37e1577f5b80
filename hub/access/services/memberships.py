from datetime import date, timedelta

from django.contrib.auth.models import AbstractBaseUser, Group
from django.db import transaction
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.services.audit import record_audit
from hub.taxonomy.models import Area, Organisation


@transaction.atomic
def grant_membership(
    *,
    person: AbstractBaseUser,
    role: Role,
    area: Area | None = None,
    organisation: Organisation | None = None,
    group: Group | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    by: AbstractBaseUser | None = None,
) -> Membership:
    """Gives a role in a scope; a current row for the same role and scope is returned as it is.

    Raises ValidationError for two scopes at once.
    """
    scope = {"area": area, "organisation": organisation, "group": group}
    found = Membership.objects.current().filter(person=person, role=role, **scope).first()
    if found:
        return found
    row = Membership(person=person, role=role, ends_on=ends_on, **scope)
    row.starts_on = starts_on or timezone.localdate()
    row.full_clean()
    row.save()
    by_id = by.pk if by else None
    record_audit(action="membership.granted", subject=f"membership {row.pk}", person_id=by_id)
    return row


@transaction.atomic
def end_membership(
    *, membership: Membership, by: AbstractBaseUser | None, reason: str = ""
) -> Membership:
    """Ends a membership yesterday, so that it counts no longer from this moment.

    One that began today is moved to have begun and ended yesterday; the audit record keeps the day.
    Nobody ends it where the hub itself does.
    """
    yesterday = timezone.localdate() - timedelta(days=1)
    membership.ends_on = yesterday
    membership.starts_on = min(membership.starts_on, yesterday)
    membership.save(update_fields=["starts_on", "ends_on"])
    record_audit(
        action="membership.ended",
        subject=f"membership {membership.pk}",
        person_id=by.pk if by else None,
        reason=reason,
    )
    return membership
