from collections.abc import Callable

import pytest
from django.test import Client

from hub.users.models import User
from tests.factories.people import sign_in


@pytest.fixture
def as_person() -> Callable[..., Client]:
    """A client signed in as somebody, with a second factor where a test says so."""

    def signed_in(person: User, *, mfa: bool = False) -> Client:
        return sign_in(Client(), person, mfa=mfa)

    return signed_in
