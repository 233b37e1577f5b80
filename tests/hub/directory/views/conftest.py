from collections.abc import Callable

import pytest
from django.test import Client

from hub.users.models import User
from tests.factories.people import sign_in


@pytest.fixture
def read() -> Callable[..., str]:
    """The words of an address as somebody signed in finds it."""

    def asked(person: User, address: str) -> str:
        answer = sign_in(Client(), person).get(address)
        assert answer.status_code == 200, answer.status_code
        return answer.content.decode()

    return asked
