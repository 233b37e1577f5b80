"""Who decides whether somebody is a practitioner: the lead of the area, or an administrator."""

from django.db.models import Q, QuerySet

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.readers import Reader
from hub.taxonomy.models import Area, Organisation
from hub.users.models import VerificationRequest
from hub.users.models.verification_request import lead_areas


def is_approver(reader: Reader) -> bool:
    """Whether requests may wait for this reader; without a second factor no role counts."""
    return reader.has_role(Role.ADMINISTRATOR, Role.LEAD) or bool(lead_areas(reader))


def organisations_for(request: VerificationRequest, reader: Reader) -> QuerySet[Organisation]:
    """Where this approver may verify the asker.

    A lead gives no place outside the asked area, nor one that works everywhere.
    """
    if reader.has_role(Role.ADMINISTRATOR):
        return Organisation.objects.around(request.area)
    return Organisation.objects.active().filter(area_id=request.area_id)


def approvers_of(request: VerificationRequest, preferred_id: int | None = None) -> list[int]:
    """Ids of those to tell: whoever decided last time, else the leads, else the administrators.

    Two queries. Empty where the hub has nobody who could decide.
    """
    active = Membership.objects.current().filter(
        person__is_active=True, organisation=None, group=None
    )
    others = active.exclude(person_id=request.person_id)
    leads = list(ids(others.filter(Q(area=request.area_id) | Q(area=None), role=Role.LEAD)))
    administrators = list(ids(others.filter(role=Role.ADMINISTRATOR, area=None)))
    if preferred_id in {*leads, *administrators}:
        return [preferred_id]
    return leads or administrators


def ids(rows: QuerySet[Membership]) -> QuerySet:
    return rows.order_by("person_id").values_list("person_id", flat=True).distinct()


def organisation_named(name: str, area: Area) -> Organisation | None:
    """The organisation around an area that is called just so."""
    return Organisation.objects.around(area).filter(name__iexact=" ".join(name.split())).first()
