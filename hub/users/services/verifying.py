from collections.abc import Iterable
from datetime import date, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.services import end_membership, grant_membership, record_audit
from hub.taxonomy.models import Area, Organisation
from hub.users.enums import Ended, Proof
from hub.users.models import OrganisationDomain, User, Verification
from hub.users.signals import verification_ended
from hub.users.verification.domains import domain_of


def confirmed_address(person_id: int) -> str:
    """The primary address if its owner has confirmed it, or nothing. One query."""
    rows = EmailAddress.objects.filter(user_id=person_id, primary=True, verified=True)
    return rows.values_list("email", flat=True).first() or ""


def domain_behind(person_id: int) -> OrganisationDomain | None:
    """The domain by which somebody's confirmed address verifies. Two queries."""
    return OrganisationDomain.objects.that_verifies(confirmed_address(person_id))


@transaction.atomic
def verify_by_address(*, person: User) -> Verification | None:
    """To be called when somebody has just shown that they receive mail at their address.

    Gives or renews a verification where the address is on a domain that verifies, else nothing.
    What a person ended there stays ended, until an approver decides.
    """
    locked = User.objects.select_for_update().get(pk=person.pk)
    address = confirmed_address(person.pk) if locked.is_active else ""
    row = OrganisationDomain.objects.that_verifies(address)
    if row is None or was_ended_by_a_person(person.pk, row.organisation):
        return None
    domain = domain_of(address) or ""
    return give(person=person, how=Proof.ADDRESS, organisation=row.organisation, domain=domain)


def domain_to_confirm(person: User) -> OrganisationDomain | None:
    """None where confirming would renew nothing: what somebody gave there, they give again."""
    row = domain_behind(person.pk)
    if row is None or was_ended_by_a_person(person.pk, row.organisation):
        return None
    held = held_membership(person, row.organisation, None)
    rests_on_address = Verification.objects.filter(membership=held, how=Proof.ADDRESS)
    return row if held is None or rests_on_address.exists() else None


def is_due(person_id: int) -> bool:
    """Whether nothing by address lasts longer than until the reminders begin. One query."""
    first = timezone.localdate() + timedelta(days=max(settings.VERIFICATION_REMINDER_DAYS))
    lasting = Verification.objects.current().by_address().of(person_id)
    return not lasting.filter(until__gt=first).exists()


def was_ended_by_a_person(person_id: int, organisation: Organisation) -> bool:
    """Whether somebody took the role from them there, or in its area, and nobody gave it back."""
    there = Q(organisation=organisation)
    if organisation.area_id:
        there |= Q(area_id=organisation.area_id)
    rows = Membership.objects.filter(there, person_id=person_id, role=Role.PRACTITIONER)
    last = rows.select_related("verification").order_by("-pk").first()
    if last is None or last.ends_on is None or last.ends_on >= timezone.localdate():
        return False
    verification = getattr(last, "verification", None)
    return verification is None or verification.was_ended_by_a_person


def give(
    *,
    person: User,
    how: Proof,
    organisation: Organisation | None = None,
    area: Area | None = None,
    domain: str = "",
    by: User | None = None,
) -> Verification | None:
    """A verification from today; one that holds in the same scope already is renewed.

    None where the membership is there without one: an administrator gave it, and it stays as it
    is. A confirmed address changes nothing of what an approver gave. Needs the person locked.
    """
    membership = held_membership(person, organisation, area)
    if membership:
        found = Verification.objects.filter(membership=membership).first()
        if found is None or (found.how == Proof.APPROVER and how == Proof.ADDRESS):
            return found
        return renew(found, membership, how=how, domain=domain, by=by)
    until = last_day()
    membership = grant_membership(
        person=person,
        role=Role.PRACTITIONER,
        organisation=organisation,
        area=area,
        ends_on=until,
        by=by,
    )
    return Verification.objects.create(
        membership=membership, how=how, domain=domain, decided_by=by, until=until
    )


def held_membership(
    person: User, organisation: Organisation | None, area: Area | None
) -> Membership | None:
    rows = Membership.objects.current().filter(person=person, role=Role.PRACTITIONER, group=None)
    return rows.filter(organisation=organisation, area=area).first()


def last_day() -> date:
    return timezone.localdate() + timedelta(days=settings.VERIFICATION_DAYS)


def renew(
    found: Verification, membership: Membership, *, how: Proof, domain: str, by: User | None
) -> Verification:
    found.how, found.domain, found.decided_by = how, domain, by
    found.verified_at, found.until, found.reminders = timezone.now(), last_day(), 0
    found.save()
    membership.ends_on = found.until
    membership.save(update_fields=["ends_on"])
    record_audit(
        action="verification.renewed",
        subject=f"membership {membership.pk}",
        person_id=by.pk if by else None,
    )
    return found


@transaction.atomic
def end_verifications(rows: Iterable[Verification], why: Ended) -> int:
    """Ends these now, and their memberships with them; how many. Some six queries each."""
    count = 0
    for row in rows:
        row.ended = why
        row.save(update_fields=["ended"])
        end_membership(membership=row.membership, by=None, reason=why.value)
        verification_ended.send(Verification, verification=row)
        count += 1
    return count


def end_what_rests_on_nothing(rows: Iterable[Verification], why: Ended) -> int:
    """Ends those of these, by address, whose address verifies there no longer. Two queries each."""
    unsupported = [
        row
        for row in rows
        if (domain := domain_behind(row.membership.person_id)) is None
        or domain.organisation_id != row.membership.organisation_id
    ]
    return end_verifications(unsupported, why)
