"""People, their roles, and sign-in that leaves the records that allauth would leave."""

import time
from datetime import date

import factory
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)
from django.contrib.auth.models import Group
from django.test import Client

from hub.access.enums import Role
from hub.access.models import Membership
from hub.taxonomy.enums import AreaKind
from hub.taxonomy.models import AgencyType, Area, Organisation
from hub.users.models import User

PASSWORD = "a plain test phrase"


class AreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Area
        django_get_or_create = ("slug",)

    name = factory.Sequence(lambda n: f"Area {n}")
    slug = factory.Sequence(lambda n: f"area-{n}")
    kind = AreaKind.PARTNERSHIP


class AgencyTypeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AgencyType
        django_get_or_create = ("slug",)

    name = factory.Sequence(lambda n: f"Agency type {n}")
    slug = factory.Sequence(lambda n: f"agency-type-{n}")


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation
        django_get_or_create = ("slug",)

    name = factory.Sequence(lambda n: f"Organisation {n}")
    slug = factory.Sequence(lambda n: f"organisation-{n}")
    agency_type = factory.SubFactory(AgencyTypeFactory)
    area = factory.SubFactory(AreaFactory)


class UserFactory(factory.django.DjangoModelFactory):
    """A person with a password and a confirmed address; the profile comes with the account."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@agency.example")
    name = factory.Sequence(lambda n: f"Person {n}")
    is_active = True

    @classmethod
    def _create(cls, model_class: type[User], *args: object, **kwargs: object) -> User:
        password = kwargs.pop("password", PASSWORD)
        return model_class.objects.create_user(password=password, **kwargs)

    @factory.post_generation
    def confirmed(self, create: bool, extracted: bool | None) -> None:
        verified = extracted is not False
        EmailAddress.objects.create(user=self, email=self.email, verified=verified, primary=True)


def with_role(
    user: User,
    role: Role,
    *,
    area: Area | None = None,
    organisation: Organisation | None = None,
    group: Group | None = None,
    starts_on: date = date(2020, 1, 1),
    ends_on: date | None = None,
) -> User:
    """The same person, now with a membership; by default since long ago and without an end."""
    Membership.objects.create(
        person=user,
        role=role,
        area=area,
        organisation=organisation,
        group=group,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return user


def practitioner_client(*, mfa: bool = True) -> Client:
    """A client signed in as a verified practitioner, by default with a second factor."""
    return sign_in(Client(), with_role(UserFactory(), Role.PRACTITIONER), mfa=mfa)


def with_authenticator(user: User, secret: str = "") -> User:
    TOTP.activate(user, secret or generate_totp_secret())
    return user


def code_of(secret: str) -> str:
    """What an authenticator app with this secret shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def in_group(user: User, name: str) -> User:
    return with_role(user, Role.MEMBER, group=Group.objects.get_or_create(name=name)[0])


def sign_in(client: Client, user: User, *, mfa: bool = False) -> Client:
    """Signs in as allauth does after a password, and after a code too with `mfa`.

    `force_login` alone leaves no records, and the staff gate rightly refuses such a session.
    """
    client.force_login(user)
    methods = ["password", "mfa"] if mfa else ["password"]
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        {"method": method, "at": time.time()} for method in methods
    ]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()
    return client


def staff_client(role: Role = Role.ADMINISTRATOR) -> Client:
    """A client signed in with a second factor as someone of this role in the whole hub."""
    return sign_in(Client(), with_role(UserFactory(), role), mfa=True)
