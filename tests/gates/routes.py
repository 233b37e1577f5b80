"""Screens that the URL conf itself names: every address without a part to fill in."""

from collections.abc import Iterator

from django.urls import get_resolver

from tests.architecture.address_policy import POLICY, Who
from tests.architecture.addresses import patterns
from tests.gates.people import client_of
from tests.gates.screens import STRANGER, Screen

# Who opens an address of each policy. Others need a name, a code or a letter to be opened.
OPENED_BY = {
    Who.EVERYONE: STRANGER,
    Who.DEMO: STRANGER,
    Who.SIGNED_IN: "learner",
    Who.ROLE: "moderator",
    Who.STAFF: "admin",
}


def route_screens() -> Iterator[Screen]:
    """Those that answer a GET with a page."""
    for pattern in patterns(get_resolver().url_patterns):
        who = OPENED_BY.get(POLICY.get(pattern, Who.NOBODY))
        if who is not None and "<" not in pattern and is_page(f"/{pattern}", who):
            yield Screen(f"/{pattern}", who)


def is_page(address: str, who: str) -> bool:
    response = client_of(who).get(address)
    return response.status_code == 200 and "text/html" in response["Content-Type"]
