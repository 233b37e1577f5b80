"""Screens that the URL conf itself names: every address without a part to fill in."""

from collections.abc import Iterator

from django.urls import get_resolver

from tests.architecture.address_policy import POLICY, Who
from tests.architecture.addresses import patterns
from tests.gates.people import client_of
from tests.gates.screens import STRANGER, Screen

# Nobody opens these without the name of a thing, a code or a letter.
NOT_BY_ITSELF = {Who.NOBODY, Who.RULE, Who.HOLDER}
OPENED_BY = {
    Who.EVERYONE: STRANGER,
    Who.DEMO: STRANGER,
    Who.DEMO_OR_STAFF: STRANGER,
    Who.SIGNED_IN: "learner",
    Who.ROLE: "moderator",
    Who.STAFF: "admin",
}


def route_screens() -> Iterator[Screen]:
    """Those that answer a GET with a page."""
    for pattern in patterns(get_resolver().url_patterns):
        policy = POLICY.get(pattern, Who.NOBODY)
        if policy in NOT_BY_ITSELF or "<" in pattern:
            continue
        if is_page(f"/{pattern}", OPENED_BY[policy]):
            yield Screen(f"/{pattern}", OPENED_BY[policy])


def is_page(address: str, who: str) -> bool:
    response = client_of(who).get(address)
    return response.status_code == 200 and "text/html" in response["Content-Type"]
