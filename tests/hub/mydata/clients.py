"""Browsers of people who were asked for their password just now."""

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client

from hub.users.models import User
from tests.factories.people import sign_in


def asked_again(person: User, *, mfa: bool = False) -> Client:
    client = sign_in(Client(), person, mfa=mfa)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY][-1]["reauthenticated"] = True
    session.save()
    return client
