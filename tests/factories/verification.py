"""Domains that verify, and people who have just confirmed an address."""

import factory
from allauth.account.models import EmailAddress
from django.utils import timezone

from hub.users.models import OrganisationDomain, User, Verification, VerificationRequest
from hub.users.services import ask_to_be_verified, verify_by_address
from tests.factories.people import AreaFactory, OrganisationFactory, UserFactory


class DomainFactory(factory.django.DjangoModelFactory):
    """A domain that verifies, approved by somebody."""

    class Meta:
        model = OrganisationDomain

    domain = factory.Sequence(lambda n: f"agency{n}.example")
    organisation = factory.SubFactory(OrganisationFactory)
    may_verify = True
    approved_by = factory.SubFactory(UserFactory)
    approved_at = factory.LazyFunction(timezone.now)


def person_at(address: str, *, confirmed: bool = True) -> User:
    """Somebody whose one address this is, exactly as it is written."""
    person = UserFactory(email=address)
    EmailAddress.objects.filter(user=person).update(email=address, verified=confirmed)
    return person


def verified_person(domain: OrganisationDomain) -> User:
    person = UserFactory(email=f"person{User.objects.count()}@{domain.domain}")
    assert verify_by_address(person=person)
    return person


def verification_of(person: User) -> Verification | None:
    """The current one, if any."""
    return Verification.objects.current().of(person.pk).first()


def asked(person: User | None = None, **given: object) -> VerificationRequest:
    """A request that waits for an approver."""
    values = {
        "area": given.pop("area", None) or AreaFactory(),
        "organisation_name": "Ardale Youth Justice Service",
        "job_title": "Youth justice practitioner",
        "how_to_check": "Ring the office and ask for me.",
    }
    return ask_to_be_verified(person=person or UserFactory(), **(values | given))
