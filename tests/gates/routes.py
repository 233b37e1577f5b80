"""Screens that the URL conf itself names: every address without a part to fill in."""

from collections.abc import Iterator

from django.urls import get_resolver

from tests.architecture.address_policy import POLICY, Who
from tests.architecture.addresses import patterns
from tests.gates.people import client_of
from tests.gates.screens import STRANGER, Screen

# Everybody else opens nothing without the name of a thing, a code or a letter.
OPENED_BY = {
    Who.EVERYONE: STRANGER,
    Who.SIGNED_IN: "learner",
    Who.PRACTITIONERS: "practitioner",
    Who.MODERATORS: "moderator",
    Who.LEADING: "lead",
    Who.FRONT_LINE: "frontline",
}


def route_screens() -> Iterator[Screen]:
    """Those that answer a GET with a page."""
    for pattern in patterns(get_resolver().url_patterns):
        line = POLICY.get(pattern)
        opened_by = OPENED_BY.get(line.who) if line else None
        if opened_by is not None and "<" not in pattern and is_page(f"/{pattern}", opened_by):
            yield Screen(f"/{pattern}", opened_by)


def is_page(address: str, who: str) -> bool:
    response = client_of(who).get(address)
    return response.status_code == 200 and "text/html" in response["Content-Type"]
