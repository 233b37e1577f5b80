import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from hub.access.enums import Role
from hub.access.models import AuditRecord, Membership
from hub.access.readers import reader_for
from hub.access.tokens import PRACTITIONER, area_token, organisation_token
from hub.notices.enums import Category
from hub.notices.models import Notice
from hub.users.enums import Proof, RequestState
from hub.users.models import VerificationRequest
from hub.users.services import (
    AlreadyDecided,
    approve_request,
    ask_again,
    refuse_request,
    save_domain,
    verify_by_address,
    withdraw_request,
)
from tests.factories.people import AreaFactory, OrganisationFactory, UserFactory, with_role
from tests.factories.verification import DomainFactory, asked, person_at, verification_of

pytestmark = pytest.mark.django_db


def test_asking_gives_nothing() -> None:
    request = asked()
    assert PRACTITIONER not in reader_for(request.person).tokens


def test_asking_twice_keeps_one_request() -> None:
    first = asked()
    assert asked(first.person).pk == first.pk


def test_the_lead_of_the_area_is_told_and_no_other() -> None:
    area, other = AreaFactory(), AreaFactory()
    lead = with_role(UserFactory(), Role.LEAD, area=area)
    with_role(UserFactory(), Role.LEAD, area=other)
    with_role(UserFactory(), Role.ADMINISTRATOR)
    asked(area=area)
    notice = Notice.objects.get()
    assert (notice.person, notice.category) == (lead, Category.TASK)


def test_administrators_are_told_where_an_area_has_no_lead_but_the_asker() -> None:
    area = AreaFactory()
    lead = with_role(UserFactory(), Role.LEAD, area=area)
    administrator = with_role(UserFactory(), Role.ADMINISTRATOR)
    asked(lead, area=area)
    assert Notice.objects.get().person == administrator


def test_a_notice_to_approvers_names_nobody() -> None:
    area = AreaFactory()
    with_role(UserFactory(), Role.LEAD, area=area)
    request = asked(UserFactory(name="Asha Rao"), area=area)
    text = Notice.objects.get().text
    assert "Asha" not in text
    assert request.organisation_name not in text


def test_approving_verifies_at_the_organisation_for_a_year() -> None:
    request, organisation, lead = asked(), OrganisationFactory(), UserFactory()
    approve_request(request=request, by=lead, organisation=organisation)
    assert organisation_token(organisation.pk) in reader_for(request.person).tokens
    row = verification_of(request.person)
    assert (row.how, row.decided_by, row.membership.ends_on) == (Proof.APPROVER, lead, row.until)


def test_without_an_organisation_it_is_for_the_area() -> None:
    request = asked()
    approve_request(request=request, by=UserFactory())
    assert {PRACTITIONER, area_token(request.area.pk)} <= reader_for(request.person).tokens


def test_the_asker_is_told_and_the_decision_is_on_record() -> None:
    request, lead = asked(), UserFactory()
    approve_request(request=request, by=lead)
    assert Notice.objects.get().person == request.person
    assert ("verification.approved", lead.pk) in AuditRecord.objects.values_list(
        "action", "person_id"
    )


def test_a_reason_is_read_in_the_hub_and_never_mailed() -> None:
    request = asked()
    refuse_request(request=request, by=UserFactory(), reason="Nobody knows you.")
    notice = Notice.objects.get()
    assert "Nobody" not in notice.text
    assert notice.detail == "Nobody knows you."


def test_refusing_gives_nothing() -> None:
    request = refuse_request(request=asked(), by=UserFactory(), reason="No.")
    assert request.state == RequestState.REFUSED
    assert not Membership.objects.exists()


@pytest.mark.parametrize("decide", [approve_request, refuse_request])
def test_how_to_check_is_forgotten_once_it_is_decided(decide: object) -> None:
    request = asked()
    more = {"reason": "No."} if decide is refuse_request else {}
    decide(request=request, by=UserFactory(), **more)
    assert VerificationRequest.objects.get().how_to_check == ""


def test_of_two_approvers_the_first_decides() -> None:
    request = asked()
    same = VerificationRequest.objects.get()
    refuse_request(request=request, by=UserFactory(), reason="No.")
    with pytest.raises(AlreadyDecided):
        approve_request(request=same, by=UserFactory())
    assert not Membership.objects.exists()


def test_what_was_taken_back_is_decided_by_nobody() -> None:
    request = withdraw_request(request=asked())
    with pytest.raises(AlreadyDecided):
        approve_request(request=request, by=UserFactory())


def test_nobody_approves_themselves_even_by_the_service() -> None:
    request = asked()
    with pytest.raises(IntegrityError), transaction.atomic():
        approve_request(request=request, by=request.person)
    assert not Membership.objects.exists()


def test_asking_again_tells_whoever_decided_the_last_time() -> None:
    area = AreaFactory()
    first, _second = (with_role(UserFactory(), Role.LEAD, area=area) for _ in range(2))
    request = asked(area=area)
    approve_request(request=request, by=first)
    Notice.objects.all().delete()
    ask_again(verification=verification_of(request.person))
    assert Notice.objects.get().person == first


def test_an_approver_who_is_one_no_more_is_not_asked_again() -> None:
    area = AreaFactory()
    lead = with_role(UserFactory(), Role.LEAD, area=area)
    request = asked(area=area)
    approve_request(request=request, by=UserFactory())
    Notice.objects.all().delete()
    ask_again(verification=verification_of(request.person))
    assert Notice.objects.get().person == lead


def test_approving_again_makes_the_same_role_last_longer() -> None:
    request = asked()
    approve_request(request=request, by=UserFactory())
    again = ask_again(verification=verification_of(request.person))
    approve_request(request=again, by=UserFactory())
    assert Membership.objects.count() == 1


def test_what_an_approver_gave_outlasts_a_change_of_address() -> None:
    domain = DomainFactory(domain="ardale.gov.uk")
    person = person_at("jo@ardale.gov.uk")
    approve_request(request=asked(person), by=UserFactory(), organisation=domain.organisation)
    verify_by_address(person=person)
    domain.may_verify = False
    domain.save()
    assert PRACTITIONER in reader_for(person).tokens


def test_an_approver_may_bring_back_what_was_ended() -> None:
    request = asked()
    approve_request(request=request, by=UserFactory())
    Membership.objects.get().delete()
    approve_request(request=asked(request.person), by=UserFactory())
    assert PRACTITIONER in reader_for(request.person).tokens


def test_who_lets_a_domain_verify_is_noted() -> None:
    administrator = UserFactory()
    row = DomainFactory.build(
        domain="Ardale.gov.uk", organisation=OrganisationFactory(), approved_by=None
    )
    save_domain(domain=row, by=administrator)
    assert (row.domain, row.approved_by) == ("ardale.gov.uk", administrator)
    assert AuditRecord.objects.get().action == "email-domain.approved"


def test_who_has_an_address_on_a_domain_that_is_let_in_later_is_told() -> None:
    """Once, and neither whose address is unconfirmed or elsewhere, nor who is verified already."""
    told, inside = person_at("a@ardale.gov.uk"), person_at("b@ardale.gov.uk")
    person_at("c@ardale.gov.uk", confirmed=False)
    for elsewhere in ("d@notardale.gov.uk", "e@sub.ardale.gov.uk"):
        person_at(elsewhere)
    row = DomainFactory(domain="ardale.gov.uk", may_verify=False, approved_by=None)
    with_role(inside, Role.PRACTITIONER, organisation=row.organisation)
    for may_verify in (True, True, False):
        row.may_verify = may_verify
        save_domain(domain=row, by=UserFactory())
    notice = Notice.objects.get()
    assert (notice.person, notice.url) == (told, "/account/verification/")


def test_withdrawing_a_domain_takes_the_name_off_it() -> None:
    row = DomainFactory()
    row.may_verify = False
    save_domain(domain=row, by=UserFactory())
    assert row.approved_by is None
    assert AuditRecord.objects.get().action == "email-domain.withdrawn"


@pytest.mark.parametrize("name", ["gmail.com", "ardale.ac.uk", "gov.uk"])
def test_a_domain_that_must_not_verify_is_refused(name: str) -> None:
    row = DomainFactory.build(domain=name, organisation=OrganisationFactory(), approved_by=None)
    with pytest.raises(ValidationError):
        save_domain(domain=row, by=UserFactory())


def test_two_organisations_cannot_share_a_domain() -> None:
    DomainFactory(domain="ardale.gov.uk")
    row = DomainFactory.build(
        domain="ARDALE.gov.uk", organisation=OrganisationFactory(), approved_by=None
    )
    with pytest.raises(ValidationError):
        save_domain(domain=row, by=UserFactory())
