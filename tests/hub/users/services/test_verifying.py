from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import AuditRecord, Membership
from hub.access.readers import reader_for
from hub.access.services import end_membership
from hub.access.tokens import PRACTITIONER, organisation_token
from hub.users.enums import Ended
from hub.users.models import OrganisationDomain, User, Verification
from hub.users.services import verify_by_address
from hub.users.verification.receivers import person_signed_in
from tests.factories.people import AgencyTypeFactory, UserFactory, with_role
from tests.factories.verification import DomainFactory, person_at, verification_of, verified_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def domain() -> OrganisationDomain:
    return DomainFactory(domain="ardale.gov.uk")


def holds(person: User) -> bool:
    return PRACTITIONER in reader_for(person).tokens


def a_year_from_now() -> date:
    return timezone.localdate() + timedelta(days=settings.VERIFICATION_DAYS)


def test_a_confirmed_address_on_such_a_domain_makes_a_practitioner(
    domain: OrganisationDomain,
) -> None:
    person = verified_person(domain)
    tokens = reader_for(person).tokens
    assert {PRACTITIONER, organisation_token(domain.organisation_id)} <= tokens
    assert Membership.objects.get().ends_on == a_year_from_now()


def test_it_lapses_by_itself(domain: OrganisationDomain) -> None:
    person = verified_person(domain)
    later = a_year_from_now() + timedelta(days=1)
    assert PRACTITIONER not in reader_for(person, later).tokens


def test_never_before_the_address_is_confirmed(domain: OrganisationDomain) -> None:
    person = person_at("jo@ardale.gov.uk", confirmed=False)
    assert verify_by_address(person=person) is None
    assert not holds(person)


def test_never_by_an_address_that_is_confirmed_but_not_the_primary_one(
    domain: OrganisationDomain,
) -> None:
    person = UserFactory()
    EmailAddress.objects.create(user=person, email="jo@ardale.gov.uk", verified=True, primary=False)
    assert verify_by_address(person=person) is None


def test_never_by_what_somebody_says_in_the_profile(domain: OrganisationDomain) -> None:
    person = UserFactory()
    person.profile.organisation = domain.organisation
    person.profile.save()
    assert verify_by_address(person=person) is None


@pytest.mark.parametrize(
    "address",
    [
        "jo@ardale.gov.uk.evil.example",
        "jo@evil-ardale.gov.uk",
        "jo@notardale.gov.uk",
        "jo@team.ardale.gov.uk",
        "jo@gov.uk",
        "jo@evil.example@ardale.gov.uk",
        "jo@аrdale.gov.uk",
        "jo@ardale。gov.uk",
        "jo@ardale.gov.uk.",
    ],
)
def test_never_by_an_address_that_only_looks_like_it(
    address: str, domain: OrganisationDomain
) -> None:
    assert verify_by_address(person=person_at(address)) is None


@pytest.mark.parametrize("address", ["JO@ARDALE.GOV.UK", "jo+hub@ardale.gov.uk"])
def test_case_and_tags_make_no_difference(address: str, domain: OrganisationDomain) -> None:
    assert verify_by_address(person=person_at(address))


def test_subdomains_verify_only_where_the_row_says_so(domain: OrganisationDomain) -> None:
    OrganisationDomain.objects.filter(pk=domain.pk).update(with_subdomains=True)
    assert verify_by_address(person=person_at("jo@team.ardale.gov.uk"))
    assert verify_by_address(person=person_at("jo@students.ardale.gov.uk")) is None


def test_the_row_of_a_part_decides_for_that_part(domain: OrganisationDomain) -> None:
    OrganisationDomain.objects.filter(pk=domain.pk).update(with_subdomains=True)
    DomainFactory(domain="leisure.ardale.gov.uk", may_verify=False)
    assert verify_by_address(person=person_at("jo@leisure.ardale.gov.uk")) is None


def test_a_domain_that_may_not_verify_verifies_nobody(domain: OrganisationDomain) -> None:
    OrganisationDomain.objects.filter(pk=domain.pk).update(may_verify=False)
    assert verify_by_address(person=person_at("jo@ardale.gov.uk")) is None


@pytest.mark.parametrize("name", ["ardale.ac.uk", "gmail.com", "nhs.net"])
def test_the_lists_hold_even_for_a_row_that_says_yes(name: str) -> None:
    verifying = DomainFactory(domain=name)
    assert verifying.may_verify
    assert verify_by_address(person=person_at(f"jo@{name}")) is None


def test_a_closed_account_is_not_verified(domain: OrganisationDomain) -> None:
    person = UserFactory(email="jo@ardale.gov.uk", is_active=False)
    assert verify_by_address(person=person) is None


def test_confirming_again_renews_instead_of_adding(domain: OrganisationDomain) -> None:
    person = verified_person(domain)
    Membership.objects.update(ends_on=timezone.localdate())
    Verification.objects.update(until=timezone.localdate(), reminders=2)
    verify_by_address(person=person)
    row = Verification.objects.get()
    assert (row.membership.ends_on, row.until, row.reminders) == (
        a_year_from_now(),
        a_year_from_now(),
        0,
    )


def test_confirming_after_it_lapsed_gives_a_new_one(domain: OrganisationDomain) -> None:
    person = verified_person(domain)
    past = timezone.localdate() - timedelta(days=3)
    Membership.objects.update(starts_on=past, ends_on=past)
    Verification.objects.update(until=past)
    assert verify_by_address(person=person)
    assert Membership.objects.count() == 2


def test_what_an_administrator_gave_is_left_as_it_is(domain: OrganisationDomain) -> None:
    person = person_at("jo@ardale.gov.uk")
    with_role(person, Role.PRACTITIONER, organisation=domain.organisation)
    assert verify_by_address(person=person) is None
    assert Membership.objects.get().ends_on is None


def test_what_a_person_ended_is_not_brought_back_by_confirming_again(
    domain: OrganisationDomain,
) -> None:
    person = verified_person(domain)
    end_membership(membership=Membership.objects.get(), by=UserFactory(), reason="Left.")
    assert verify_by_address(person=person) is None
    assert not holds(person)


def test_a_role_without_a_verification_that_a_person_ended_stays_ended(
    domain: OrganisationDomain,
) -> None:
    person = person_at("jo@ardale.gov.uk")
    with_role(person, Role.PRACTITIONER, area=domain.organisation.area)
    end_membership(membership=Membership.objects.get(), by=UserFactory())
    assert verify_by_address(person=person) is None


def test_an_address_that_goes_away_ends_it_at_once(domain: OrganisationDomain) -> None:
    person = verified_person(domain)
    EmailAddress.objects.get(user=person).delete()
    assert not holds(person)
    assert Verification.objects.get().ended == Ended.ADDRESS


def test_another_primary_address_ends_it_at_once(domain: OrganisationDomain) -> None:
    person = verified_person(domain)
    home = EmailAddress.objects.create(user=person, email="jo@home.example", verified=True)
    home.set_as_primary()
    assert not holds(person)


def test_closing_the_account_ends_it_for_good(domain: OrganisationDomain) -> None:
    person = verified_person(domain)
    person.is_active = False
    person.save()
    person.is_active = True
    person.save()
    assert not holds(person)
    assert Verification.objects.get().ended == Ended.ACCOUNT


def test_withdrawing_a_domain_ends_what_rests_on_it(domain: OrganisationDomain) -> None:
    person, other = verified_person(domain), verified_person(DomainFactory())
    domain.may_verify = False
    domain.save()
    assert (holds(person), holds(other)) == (False, True)
    assert verification_of(person) is None


def test_no_longer_covering_subdomains_ends_those_only(domain: OrganisationDomain) -> None:
    OrganisationDomain.objects.filter(pk=domain.pk).update(with_subdomains=True)
    below, at_it = person_at("jo@team.ardale.gov.uk"), person_at("al@ardale.gov.uk")
    verify_by_address(person=below)
    verify_by_address(person=at_it)
    domain.with_subdomains = False
    domain.save()
    assert (holds(below), holds(at_it)) == (False, True)


def test_deleting_the_row_of_a_domain_ends_what_rests_on_it(domain: OrganisationDomain) -> None:
    person = verified_person(domain)
    domain.delete()
    assert not holds(person)


def test_an_organisation_that_leaves_takes_its_verifications_with_it(
    domain: OrganisationDomain,
) -> None:
    person = verified_person(domain)
    domain.organisation.is_active = False
    domain.organisation.save()
    assert not holds(person)


def test_an_organisation_that_turns_out_to_be_a_school_verifies_nobody_any_more(
    domain: OrganisationDomain,
) -> None:
    person = verified_person(domain)
    domain.organisation.agency_type = AgencyTypeFactory(slug="schools")
    domain.organisation.save()
    assert not holds(person)


def test_renaming_an_organisation_ends_nothing(domain: OrganisationDomain) -> None:
    person = verified_person(domain)
    domain.organisation.name = "Another name"
    domain.organisation.save()
    assert holds(person)


def test_each_step_is_on_record_without_names(domain: OrganisationDomain) -> None:
    person = verified_person(domain)
    verify_by_address(person=person)
    EmailAddress.objects.get(user=person).delete()
    records = AuditRecord.objects.order_by("pk")
    assert [row.action for row in records] == [
        "membership.granted",
        "verification.renewed",
        "membership.ended",
    ]
    assert {row.subject for row in records} == {f"membership {Membership.objects.get().pk}"}


def sign_in_by_agency(person: User, address: str) -> None:
    vouched = [EmailAddress(email=address, verified=True)]
    login = SimpleNamespace(email_addresses=vouched)
    person_signed_in(user=person, sociallogin=login)


def test_an_agency_that_vouches_for_the_address_verifies(domain: OrganisationDomain) -> None:
    person = person_at("jo@ardale.gov.uk")
    sign_in_by_agency(person, "jo@ardale.gov.uk")
    assert holds(person)


def test_an_agency_that_vouches_for_another_address_does_not(domain: OrganisationDomain) -> None:
    person = person_at("jo@ardale.gov.uk")
    sign_in_by_agency(person, "jo@brimlow.gov.uk")
    assert not holds(person)


def test_signing_in_with_a_password_does_not(domain: OrganisationDomain) -> None:
    person = person_at("jo@ardale.gov.uk")
    person_signed_in(user=person)
    assert not holds(person)


def test_an_agency_renews_only_when_it_is_due(domain: OrganisationDomain) -> None:
    person = verified_person(domain)
    sign_in_by_agency(person, person.email)
    assert not AuditRecord.objects.filter(action="verification.renewed").exists()
    Verification.objects.update(until=timezone.localdate() + timedelta(days=20))
    sign_in_by_agency(person, person.email)
    assert Verification.objects.get().until == a_year_from_now()
