"""The demonstration's people, signed in without a form."""

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.models import EmailAddress
from django.test import Client

from hub.users.models import User
from tests.factories.people import sign_in
from tests.gates.screens import STRANGER

# Signed up a minute ago: no name, no role, nothing read, followed or asked.
NEWCOMER = "newcomer"


def person(key: str) -> User:
    return User.objects.get(email=f"{key}@demo.example")


def newcomer() -> User:
    """Made where missing; without a password, as people are who come through another service."""
    user = User.objects.filter(email=f"{NEWCOMER}@demo.example").first()
    if user is None:
        user = User.objects.create_user(f"{NEWCOMER}@demo.example")
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def client_of(key: str) -> Client:
    """Signed in with both factors and asked again just now, so that nothing asks once more."""
    if key == STRANGER:
        return Client()
    client = sign_in(Client(), person(key), mfa=True)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY][-1]["reauthenticated"] = True
    session.save()
    return client
