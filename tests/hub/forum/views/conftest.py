from collections.abc import Callable

import pytest
from django.test import Client

from hub.users.models import User
from tests.factories.people import UserFactory, sign_in


@pytest.fixture
def as_person() -> Callable[..., Client]:
    """A client signed in as the person given, or as somebody new."""

    def signed_in(user: User | None = None) -> Client:
        return sign_in(Client(), user or UserFactory())

    return signed_in
