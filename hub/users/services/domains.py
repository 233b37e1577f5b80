from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from hub.access.services import record_audit
from hub.taxonomy.models import Organisation
from hub.users.enums import Ended
from hub.users.models import OrganisationDomain, User, Verification
from hub.users.services.verifying import (
    domain_to_confirm,
    end_verifications,
    end_what_rests_on_nothing,
    held_membership,
)
from hub.users.signals import domain_approved


@transaction.atomic
def save_domain(*, domain: OrganisationDomain, by: User) -> OrganisationDomain:
    """Keeps a domain; whoever lets it verify is noted. Raises ValidationError.

    What no longer rests on it ends with the save, by the receiver of every save.
    """
    domain.full_clean()
    before = OrganisationDomain.objects.filter(pk=domain.pk, may_verify=True).exists()
    action = "email-domain.changed" if domain.pk else "email-domain.added"
    if domain.may_verify and not before:
        action = "email-domain.approved"
        domain.approved_by, domain.approved_at = by, timezone.now()
    if before and not domain.may_verify:
        action = "email-domain.withdrawn"
        domain.approved_by = domain.approved_at = None
    domain.save()
    record_audit(action=action, subject=f"email-domain {domain.pk}", person_id=by.pk)
    if action == "email-domain.approved":
        domain_approved.send(OrganisationDomain, people=waiting_for(domain))
    return domain


def waiting_for(domain: OrganisationDomain) -> list[int]:
    """Ids of people whose confirmed address verifies by this domain, but not yet them.

    Some five queries for each who has an address there: approving is rare.
    """
    there = Q(email__iendswith=f"@{domain.domain}") | Q(email__iendswith=f".{domain.domain}")
    rows = EmailAddress.objects.filter(there, primary=True, verified=True, user__is_active=True)
    return [
        row.user_id
        for row in rows.select_related("user")
        if domain_to_confirm(row.user) == domain
        and held_membership(row.user, domain.organisation, None) is None
    ]


def settle_domain(domain: str) -> int:
    """Ends what rested on this domain, or on one below it, and does so no longer."""
    below = Q(domain=domain) | Q(domain__endswith=f".{domain}")
    rows = Verification.objects.current().by_address().filter(below)
    return end_what_rests_on_nothing(rows.with_names(), Ended.DOMAIN)


def settle_organisation(organisation: Organisation) -> int:
    """Ends what an organisation no longer carries: all of it where it takes no part any more."""
    rows = Verification.objects.current().filter(membership__organisation=organisation)
    if not organisation.is_active:
        return end_verifications(rows.with_names(), Ended.ORGANISATION)
    return end_what_rests_on_nothing(rows.by_address().with_names(), Ended.DOMAIN)


def settle_person(person_id: int) -> int:
    """Ends what rested on an address that a person has no longer. One query where nothing does."""
    rows = Verification.objects.current().by_address().of(person_id)
    return end_what_rests_on_nothing(rows.with_names(), Ended.ADDRESS)


def end_all_of(person: User) -> int:
    rows = Verification.objects.current().of(person.pk)
    return end_verifications(rows.with_names(), Ended.ACCOUNT)
