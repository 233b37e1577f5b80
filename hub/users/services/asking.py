from django.db import transaction
from django.utils import timezone

from hub.access.services import record_audit
from hub.taxonomy.models import Area, Organisation
from hub.users.enums import Proof, RequestState
from hub.users.models import User, Verification, VerificationRequest
from hub.users.services.verifying import give
from hub.users.signals import verification_asked, verification_decided
from hub.users.verification.approvers import approvers_of


class AlreadyDecided(Exception):
    """Somebody else was faster, or the asker took the request back."""


@transaction.atomic
def ask_to_be_verified(
    *,
    person: User,
    area: Area,
    organisation_name: str,
    job_title: str,
    how_to_check: str,
    preferred_id: int | None = None,
) -> VerificationRequest:
    """Puts a request before the approvers of an area; who waits already keeps that one.

    The same happens whether or not the hub knows the organisation or its domain.
    """
    User.objects.select_for_update().get(pk=person.pk)
    waiting = VerificationRequest.objects.waiting().of(person.pk).first()
    if waiting:
        return waiting
    request = VerificationRequest.objects.create(
        person=person,
        area=area,
        organisation_name=" ".join(organisation_name.split()),
        job_title=job_title,
        how_to_check=how_to_check,
    )
    people = approvers_of(request, preferred_id)
    verification_asked.send(VerificationRequest, request=request, people=people)
    return request


def ask_again(*, verification: Verification) -> VerificationRequest | None:
    """Asks whoever decided the last time; None where the place has no area to ask in."""
    membership = verification.membership
    organisation = membership.organisation
    area = membership.area or (organisation.area if organisation else None)
    if area is None:
        return None
    last = VerificationRequest.objects.of(membership.person_id).exclude(job_title="").last()
    return ask_to_be_verified(
        person=membership.person,
        area=area,
        organisation_name=str(membership.scope),
        job_title=last.job_title if last else "",
        how_to_check="",
        preferred_id=verification.decided_by_id,
    )


@transaction.atomic
def approve_request(
    *, request: VerificationRequest, by: User, organisation: Organisation | None = None
) -> VerificationRequest:
    """Verifies the asker at an organisation, or in the area where none is named.

    Raises AlreadyDecided. Who may decide is asked before, in `access_request`.
    """
    decide(request, by=by, state=RequestState.APPROVED, organisation=organisation)
    person = User.objects.select_for_update().get(pk=request.person_id)
    area = None if organisation else request.area
    give(person=person, how=Proof.APPROVER, organisation=organisation, area=area, by=by)
    verification_decided.send(VerificationRequest, request=request)
    return request


@transaction.atomic
def refuse_request(*, request: VerificationRequest, by: User, reason: str) -> VerificationRequest:
    """Raises AlreadyDecided."""
    decide(request, by=by, state=RequestState.REFUSED, reason=reason)
    verification_decided.send(VerificationRequest, request=request)
    return request


@transaction.atomic
def withdraw_request(*, request: VerificationRequest) -> VerificationRequest:
    """The asker needs no answer any more. Raises AlreadyDecided."""
    close(request, state=RequestState.WITHDRAWN)
    return request


def decide(
    request: VerificationRequest,
    *,
    by: User,
    state: RequestState,
    organisation: Organisation | None = None,
    reason: str = "",
) -> None:
    """Nobody decides about themselves: the database refuses it, too."""
    close(request, state=state, decided_by=by, organisation=organisation, reason=reason)
    record_audit(
        action=f"verification.{state.value}",
        subject=f"verification-request {request.pk}",
        person_id=by.pk,
        reason=reason,
    )


def close(request: VerificationRequest, **values: object) -> None:
    """One update takes the request, so that of two approvers only one decides."""
    values |= {"decided_at": timezone.now(), "how_to_check": ""}
    if not VerificationRequest.objects.waiting().filter(pk=request.pk).update(**values):
        raise AlreadyDecided
    request.refresh_from_db()
