"""Keeps verifications in step with what they rest on: addresses, domains, organisations."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed, user_logged_in, user_signed_up
from allauth.socialaccount.models import SocialLogin
from django.db.models.signals import post_delete, post_save

from hub.taxonomy.models import Organisation
from hub.users.models import OrganisationDomain, User
from hub.users.services import (
    end_all_of,
    settle_domain,
    settle_organisation,
    settle_person,
    verify_by_address,
)
from hub.users.services.verifying import confirmed_address, is_due


def address_confirmed(email_address: EmailAddress, **_kwargs: Any) -> None:
    verify_by_address(person=email_address.user)


def person_signed_up(user: User, **_kwargs: Any) -> None:
    """An agency's own sign-in may have confirmed the address already; a form never has."""
    verify_by_address(person=user)


def person_signed_in(user: User, sociallogin: SocialLogin | None = None, **_kwargs: Any) -> None:
    """An agency that vouches for the address again renews, but not at each sign-in of the year."""
    if sociallogin is None:
        return
    vouched = {address.email for address in sociallogin.email_addresses if address.verified}
    if confirmed_address(user.pk) in vouched and is_due(user.pk):
        verify_by_address(person=user)


def address_changed(instance: EmailAddress, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        settle_person(instance.user_id)


def domain_changed(instance: OrganisationDomain, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        settle_domain(instance.domain)


def organisation_changed(
    instance: Organisation, created: bool, raw: bool = False, **_kwargs: Any
) -> None:
    if not raw and not created:
        settle_organisation(instance)


def person_closed(instance: User, raw: bool = False, **_kwargs: Any) -> None:
    if not raw and not instance.is_active:
        end_all_of(instance)


def connect() -> None:
    name = "users.verification"
    email_confirmed.connect(address_confirmed, dispatch_uid=f"{name}.confirmed")
    user_signed_up.connect(person_signed_up, dispatch_uid=f"{name}.signed_up")
    user_logged_in.connect(person_signed_in, dispatch_uid=f"{name}.signed_in")
    for signal in (post_save, post_delete):
        signal.connect(address_changed, EmailAddress, dispatch_uid=f"{name}.address")
        signal.connect(domain_changed, OrganisationDomain, dispatch_uid=f"{name}.domain")
    post_save.connect(organisation_changed, Organisation, dispatch_uid=f"{name}.organisation")
    post_save.connect(person_closed, User, dispatch_uid=f"{name}.closed")
