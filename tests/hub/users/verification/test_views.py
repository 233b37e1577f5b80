import re

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from hub.access.enums import Role
from hub.access.readers import reader_for
from hub.access.services import end_membership
from hub.access.tokens import PRACTITIONER
from hub.taxonomy.models import Area
from hub.users.enums import Proof, RequestState
from hub.users.models import User, Verification, VerificationRequest
from hub.users.services import approve_request, refuse_request
from hub.users.services.verifying import domain_to_confirm, give
from hub.users.verification.links import token_for
from hub.users.verification.standing import newest_by_approver
from tests.factories.people import (
    AreaFactory,
    OrganisationFactory,
    UserFactory,
    sign_in,
    with_role,
)
from tests.factories.verification import (
    DomainFactory,
    asked,
    person_at,
    verification_of,
    verified_person,
)

pytestmark = pytest.mark.django_db

PAGE = "/account/verification/"


def as_(person: User, *, mfa: bool = False) -> Client:
    return sign_in(Client(), person, mfa=mfa)


def lead_of(area: Area) -> Client:
    return as_(with_role(UserFactory(), Role.LEAD, area=area), mfa=True)


def form_of(area: Area, **given: str) -> dict[str, object]:
    return {
        "area": area.pk,
        "organisation_name": "Ardale Youth Work",
        "job_title": "Youth worker",
        "how_to_check": "Ask at the front desk.",
        **given,
    }


def text_of(client: Client, address: str = PAGE) -> str:
    return client.get(address).content.decode()


def link_in_mail() -> str:
    return re.search(r"http://testserver(/\S+)", str(mail.outbox[-1].body)).group(1)


def test_the_account_says_until_when_and_where() -> None:
    person = verified_person(DomainFactory())
    row = verification_of(person)
    page = text_of(as_(person), "/account/")
    assert f"Verified until {row.until.day} {row.until:%B %Y}: {row.where}." in page


def test_the_account_says_what_to_do_where_somebody_is_not_verified() -> None:
    page = text_of(as_(UserFactory()), "/account/")
    assert "Not verified yet." in page
    assert f'href="{PAGE}"' in page


def test_asking_puts_a_request_before_the_approvers() -> None:
    person, area = UserFactory(), AreaFactory()
    response = as_(person).post(f"{PAGE}ask/", form_of(area), follow=True)
    assert "waits for an approver" in response.content.decode()
    assert VerificationRequest.objects.get().person == person


def test_asking_does_not_tell_whether_the_hub_knows_an_organisation_or_its_domain() -> None:
    area = AreaFactory()
    known = DomainFactory(organisation__area=area, organisation__name="Ardale Youth Work")
    answers = []
    for name in (known.organisation.name, "Nowhere Youth Work"):
        form = form_of(area, organisation_name=name)
        page = as_(UserFactory()).post(f"{PAGE}ask/", form, follow=True).content.decode()
        page = re.sub(r'(csrfmiddlewaretoken|writer)" value="[^"]+"|datetime="[^"]+"', "", page)
        answers.append(page.replace(name, "").replace(known.organisation.name, ""))
    assert re.sub(r"Person \d+", "", answers[0]) == re.sub(r"Person \d+", "", answers[1])


def test_a_form_that_lacks_something_keeps_what_was_typed() -> None:
    page = as_(UserFactory()).post(f"{PAGE}ask/", {"job_title": "Youth worker"}).content.decode()
    assert "Choose the area that you work in." in page
    assert 'value="Youth worker"' in page


def test_a_private_number_is_asked_about_first() -> None:
    form = form_of(AreaFactory(), how_to_check="Ring my manager on 07700 900123.")
    page = as_(UserFactory()).post(f"{PAGE}ask/", form).content.decode()
    assert "could point to a real person" in page
    assert not VerificationRequest.objects.exists()


def test_a_form_takes_no_state_or_decision_from_outside() -> None:
    person = UserFactory()
    form = form_of(AreaFactory(), state="approved", decided_by=str(person.pk), person="1")
    as_(person).post(f"{PAGE}ask/", form)
    request = VerificationRequest.objects.get()
    assert (request.state, request.decided_by, request.person) == ("waiting", None, person)


def test_a_request_can_be_taken_back_by_its_asker_alone() -> None:
    request = asked()
    as_(UserFactory()).post(f"{PAGE}ask/withdraw/")
    assert VerificationRequest.objects.get().is_waiting
    as_(request.person).post(f"{PAGE}ask/withdraw/")
    assert VerificationRequest.objects.get().state == RequestState.WITHDRAWN


def test_a_refusal_is_shown_with_its_reason() -> None:
    request = refuse_request(request=asked(), by=UserFactory(), reason="Use your work address.")
    assert "Use your work address." in text_of(as_(request.person))


def test_the_lead_of_the_area_sees_and_approves() -> None:
    request = asked()
    organisation = OrganisationFactory(area=request.area)
    lead = lead_of(request.area)
    assert request.organisation_name in text_of(lead, f"{PAGE}requests/")
    lead.post(
        f"{PAGE}requests/{request.pk}/", {"answer": "approve", "organisation": organisation.pk}
    )
    assert verification_of(request.person).membership.organisation == organisation


def test_a_refusal_needs_a_reason() -> None:
    request = asked()
    address = f"{PAGE}requests/{request.pk}/"
    page = lead_of(request.area).post(address, {"answer": "refuse"}).content.decode()
    assert "Say why" in page
    assert VerificationRequest.objects.get().is_waiting


def test_an_approver_sees_the_domain_of_the_address_and_not_the_address() -> None:
    request = asked(person_at("asha.rao@millbeck.example"))
    page = text_of(lead_of(request.area), f"{PAGE}requests/{request.pk}/")
    assert "millbeck.example" in page
    assert "asha.rao" not in page


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("kind", ["stranger", "member", "practitioner", "moderator", "elsewhere"])
def test_nobody_else_can_open_or_decide_a_request(kind: str, method: str) -> None:
    request = asked()
    person = UserFactory()
    if kind in {"practitioner", "moderator"}:
        with_role(person, Role(kind), area=request.area)
    if kind == "elsewhere":
        with_role(person, Role.LEAD, area=AreaFactory())
    client = Client() if kind == "stranger" else as_(person, mfa=True)
    response = getattr(client, method)(f"{PAGE}requests/{request.pk}/", {"answer": "approve"})
    assert response.status_code == (302 if kind == "stranger" else 404)
    assert VerificationRequest.objects.get().is_waiting


@pytest.mark.parametrize("relation", ["above", "below"])
def test_the_lead_of_an_area_around_or_inside_has_no_power_either(relation: str) -> None:
    top = AreaFactory()
    low = AreaFactory(parent=top)
    of_request, of_lead = (low, top) if relation == "above" else (top, low)
    request = asked(area=of_request)
    assert lead_of(of_lead).get(f"{PAGE}requests/{request.pk}/").status_code == 404


def test_a_lead_without_a_second_factor_decides_nothing() -> None:
    request = asked()
    lead = as_(with_role(UserFactory(), Role.LEAD, area=request.area))
    assert lead.get(f"{PAGE}requests/").url.startswith("/accounts/2fa/")
    lead.post(f"{PAGE}requests/{request.pk}/", {"answer": "approve"})
    assert VerificationRequest.objects.get().is_waiting


def test_a_lead_whose_role_ended_is_nobody_at_the_next_request() -> None:
    request = asked()
    person = with_role(UserFactory(), Role.LEAD, area=request.area)
    client = as_(person, mfa=True)
    assert client.get(f"{PAGE}requests/").status_code == 200
    end_membership(membership=person.memberships.get(), by=UserFactory())
    assert client.get(f"{PAGE}requests/").status_code == 404


@pytest.mark.parametrize("role", [Role.LEAD, Role.ADMINISTRATOR])
def test_nobody_decides_about_themselves(role: Role) -> None:
    area = AreaFactory()
    person = with_role(UserFactory(), role, area=area if role == Role.LEAD else None)
    request = asked(person, area=area)
    client = as_(person, mfa=True)
    address = f"{PAGE}requests/{request.pk}/"
    assert client.post(address, {"answer": "approve"}).status_code == 404
    assert request.organisation_name not in text_of(client, f"{PAGE}requests/")


def test_a_lead_cannot_place_somebody_in_another_area() -> None:
    request = asked()
    elsewhere = OrganisationFactory(area=AreaFactory())
    form = {"answer": "approve", "organisation": elsewhere.pk}
    lead_of(request.area).post(f"{PAGE}requests/{request.pk}/", form)
    assert VerificationRequest.objects.get().is_waiting


def test_an_administrator_decides_anywhere() -> None:
    request = asked()
    client = as_(with_role(UserFactory(), Role.ADMINISTRATOR), mfa=True)
    client.post(f"{PAGE}requests/{request.pk}/", {"answer": "approve"})
    assert PRACTITIONER in reader_for(request.person).tokens


def test_a_decided_request_is_gone() -> None:
    request = approve_request(request=asked(), by=UserFactory())
    assert lead_of(request.area).get(f"{PAGE}requests/{request.pk}/").status_code == 404


def test_the_list_costs_the_same_however_long(django_assert_max_num_queries: object) -> None:
    area = AreaFactory()
    for _ in range(12):
        asked(area=area)
    lead = lead_of(area)
    with django_assert_max_num_queries(14):
        lead.get(f"{PAGE}requests/")


def test_a_mailed_link_renews_when_its_button_is_pressed_and_not_before() -> None:
    person = person_at("jo@ardale.gov.uk")
    DomainFactory(domain="ardale.gov.uk")
    client = as_(person)
    client.post(f"{PAGE}confirm/")
    assert mail.outbox[-1].to == ["jo@ardale.gov.uk"]
    assert "Press Confirm" in text_of(client, link_in_mail())
    assert verification_of(person) is None
    client.post(link_in_mail())
    assert verification_of(person)


def test_a_link_works_once() -> None:
    person = verified_person(DomainFactory())
    client, link = as_(person), f"{PAGE}confirm/{token_for(person)}/"
    client.post(link)
    first = Verification.objects.get().verified_at
    assert "expired, was used before" in client.post(link).content.decode()
    assert Verification.objects.get().verified_at == first


def test_a_link_works_for_nobody_else() -> None:
    domain = DomainFactory()
    mine, theirs = verified_person(domain), verified_person(domain)
    page = text_of(as_(mine), f"{PAGE}confirm/{token_for(theirs)}/")
    assert "Press Confirm" not in page


def test_a_link_is_bound_to_the_address() -> None:
    DomainFactory(domain="ardale.gov.uk")
    person = person_at("jo@ardale.gov.uk")
    token = token_for(person)
    person.emailaddress_set.update(email="al@ardale.gov.uk")
    as_(person).post(f"{PAGE}confirm/{token}/")
    assert verification_of(person) is None


def test_a_link_expires(monkeypatch: pytest.MonkeyPatch) -> None:
    DomainFactory(domain="ardale.gov.uk")
    person = person_at("jo@ardale.gov.uk")
    monkeypatch.setattr(settings, "VERIFICATION_LINK_HOURS", -1)
    as_(person).post(f"{PAGE}confirm/{token_for(person)}/")
    assert verification_of(person) is None


def test_no_link_is_sent_where_an_address_verifies_nobody() -> None:
    assert as_(UserFactory()).post(f"{PAGE}confirm/").status_code == 404
    assert not mail.outbox


def test_whoever_was_taken_out_by_a_person_gets_no_link() -> None:
    person = verified_person(DomainFactory())
    end_membership(membership=person.memberships.get(), by=UserFactory())
    assert as_(person).post(f"{PAGE}confirm/").status_code == 404


def test_one_click_asks_the_approver_again() -> None:
    request = approve_request(request=asked(), by=UserFactory())
    as_(request.person).post(f"{PAGE}ask/again/")
    again = VerificationRequest.objects.waiting().get()
    assert (again.person, again.area) == (request.person, request.area)


def test_one_click_after_being_taken_out_leads_to_the_whole_form() -> None:
    request = approve_request(request=asked(), by=UserFactory())
    end_membership(membership=request.person.memberships.get(), by=UserFactory())
    response = as_(request.person).post(f"{PAGE}ask/again/")
    assert response.url == f"{PAGE}ask/"


@pytest.mark.parametrize("path", ["ask/withdraw/", "ask/again/", "confirm/"])
def test_looking_changes_nothing(path: str) -> None:
    assert as_(UserFactory()).get(f"{PAGE}{path}").status_code == 405


def test_what_an_approver_gave_an_approver_renews() -> None:
    domain = DomainFactory()
    person = UserFactory(email=f"someone@{domain.domain}")
    give(person=person, how=Proof.APPROVER, organisation=domain.organisation)
    assert (domain_to_confirm(person), newest_by_approver(person) is not None) == (None, True)


def test_a_closed_account_waits_for_nobody() -> None:
    waiting = asked()
    User.objects.filter(pk=waiting.person_id).update(is_active=False)
    administrator = reader_for(with_role(UserFactory(), Role.ADMINISTRATOR))
    assert not VerificationRequest.objects.decidable_by(administrator).exists()
