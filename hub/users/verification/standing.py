"""What a person is told about their own verification."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import Membership
from hub.users.enums import Proof, RequestState
from hub.users.models import OrganisationDomain, User, Verification, VerificationRequest
from hub.users.services.verifying import domain_to_confirm


def as_practitioner(memberships: Iterable[Membership]) -> list[Membership]:
    return [row for row in memberships if row.role == Role.PRACTITIONER]


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands, and which ways are open.

    `domain` is one by which the person may confirm their address again, `by_approver` the newest
    verification that an approver gave and nobody took back.
    """

    memberships: list[Membership]
    waiting: VerificationRequest | None
    answer: VerificationRequest | None
    domain: OrganisationDomain | None
    by_approver: Verification | None

    @property
    def is_verified(self) -> bool:
        return bool(self.memberships)

    @property
    def has_an_end(self) -> bool:
        return any(row.ends_on for row in self.memberships)

    @property
    def ends_soon(self) -> bool:
        """Whether the reminders have begun."""
        limit = timezone.localdate() + timedelta(days=max(settings.VERIFICATION_REMINDER_DAYS))
        return any(row.ends_on and row.ends_on <= limit for row in self.memberships)

    @property
    def may_renew(self) -> bool:
        return not self.is_verified or self.ends_soon


def standing_of(person: User) -> Standing:
    """Some nine short queries."""
    current = Membership.objects.current().filter(person=person, group=None)
    requests = VerificationRequest.objects.of(person.pk)
    last = requests.order_by("-pk").select_related("area").first()
    return Standing(
        memberships=as_practitioner(current.select_related("area", "organisation")),
        waiting=last if last and last.is_waiting else None,
        answer=last if last and last.state == RequestState.REFUSED else None,
        domain=domain_to_confirm(person),
        by_approver=newest_by_approver(person),
    )


def newest_by_approver(person: User) -> Verification | None:
    """Who was taken out by a person asks with the whole form."""
    rows = Verification.objects.of(person.pk).filter(how=Proof.APPROVER, ended="")
    last = rows.select_related("membership__organisation__area", "membership__area").first()
    return None if last is None or last.was_ended_by_a_person else last
