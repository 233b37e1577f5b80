"""The addresses of allauth, asked by a stranger and by people who are signed in."""

import pytest
from django.urls import get_resolver

from tests.architecture.address_policy import line_for
from tests.factories.passkeys import with_passkey
from tests.factories.people import AreaFactory, UserFactory
from tests.hub.mydata.clients import asked_again
from tests.hub.users.cms_addresses import walk
from tests.matrix.asking import ask
from tests.matrix.outcomes import Outcome, expected, outcome_of
from tests.matrix.people import (
    BY_PASSWORD_ALONE,
    STRANGER,
    VISITORS,
    Visitor,
    account_of,
    client_for,
)
from tests.matrix.relations import OPEN

ADDRESSES = sorted(
    {path for path in walk(get_resolver().url_patterns, "/") if path.startswith("/accounts/")}
)
MEMBER = VISITORS[1]


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "visitor", [STRANGER, MEMBER, BY_PASSWORD_ALONE[-1]], ids=lambda visitor: visitor.name
)
def test_pages_of_an_account_answer_as_their_line_says(visitor: Visitor, method: str) -> None:
    client = client_for(visitor, account_of(visitor, AreaFactory()))
    wrong = {}
    for address in ADDRESSES:
        line = line_for(address[1:])
        assert line is not None
        answer = ask(client, method, address)
        found, right = outcome_of(answer), expected(line, visitor, OPEN, method)
        # A key, a code or a passkey that isn't there is no question of who asks.
        if found not in right | {Outcome.MISSING, Outcome.REFUSED}:
            wrong[address] = f"{found.value} ({answer.status_code})"
    assert wrong == {}


@pytest.mark.django_db
@pytest.mark.parametrize("rest", ["edit/", "remove/"])
def test_a_passkey_is_found_by_its_owner_alone(rest: str) -> None:
    owner = UserFactory()
    address = f"/accounts/2fa/webauthn/keys/{with_passkey(owner).pk}/{rest}"
    own, other = asked_again(owner), asked_again(UserFactory())
    for method in ("GET", "POST"):
        assert outcome_of(answer := ask(own, method, address)) is Outcome.LET_IN
        assert not answer.get("Location", "").startswith("/accounts/reauthenticate/")
        assert outcome_of(ask(other, method, address)) is Outcome.MISSING
