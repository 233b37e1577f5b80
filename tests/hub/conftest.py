from collections.abc import Callable

import pytest
from django.test import Client

from hub.access.enums import EVERYDAY_ROLES
from hub.users.models import User
from tests.factories.people import UserFactory, sign_in


@pytest.fixture
def as_person() -> Callable[..., Client]:
    """A client signed in as the person given, or as somebody new; with a code if they need one."""

    def signed_in(user: User | None = None) -> Client:
        person = user or UserFactory()
        powerful = person.memberships.exclude(role__in=EVERYDAY_ROLES).exists()
        return sign_in(Client(), person, mfa=powerful)

    return signed_in
