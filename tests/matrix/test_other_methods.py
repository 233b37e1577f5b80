"""The methods that no page of the hub sends: HEAD tells what GET tells, the others do nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import get_resolver

from hub.users.models import User
from tests.hub.users.cms_addresses import walk
from tests.matrix.asking import THOROUGH, WHOLE_PATHS, ask, filled
from tests.matrix.people import VISITORS, Visitor, account_of, client_for, on_this_database
from tests.matrix.relations import OPEN
from tests.matrix.test_every_address import LINES
from tests.matrix.things import World, things_of

Asked = tuple[Visitor, Client, str]
METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS")
# Kept of every request, whatever it asks: that a session goes on, and who is using it.
KEPT_OF_ALL = ("django_session", "usersessions_usersession")
# Who may come in below these is asked by GET and POST already.
OTHERS = ("/cms/", "/accounts/")
OTHER_ADDRESSES = sorted(
    {
        path
        for path in walk(get_resolver().url_patterns, "/")
        if path.startswith(OTHERS) and ".*" not in path
    }
)
# Where HEAD may differ: a page of Wagtail's that knows GET alone, and what asks for the password
# again before anything but a GET.
UNLIKE = ("/cms/block-preview/", "/account/data/erase/")


def addresses_for(person: User | None, world: World) -> Iterator[str]:
    """Each address of the hub with a thing that is there."""
    things = things_of(world, person)
    for pattern, line in LINES.items():
        named = things[line.thing] if line.thing else {OPEN: ""}
        value = next(iter(named.values()))
        yield value if line.thing in WHOLE_PATHS else filled(pattern, value)


@contextmanager
def writes() -> Iterator[list[str]]:
    """The statements that change a row, but for what is kept of every request."""
    found: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        words = sql.upper().split(maxsplit=3)
        if words[0] in {"INSERT", "UPDATE", "DELETE"} and not any(t in sql for t in KEPT_OF_ALL):
            found.append(sql[:80])
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield found


def wrong_in(client: Client, method: str, address: str) -> str | None:
    """How the answer differs from a plain refusal that leaves no trace."""
    with writes() as written:
        answer = ask(client, method, address)
    if answer.status_code == 405 and not answer.content and not written:
        return None
    return f"{method} {address}: {answer.status_code} {written}"


def unlike(client: Client, address: str) -> str | None:
    """How HEAD differs from GET."""
    full, short = (ask(client, method, address) for method in ("GET", "HEAD"))
    if short.status_code != full.status_code or short.get("Location") != full.get("Location"):
        return f"{address}: {short.status_code}, not {full.status_code}"
    return f"{address}: has a body" if not short.streaming and short.content else None


def asked_by(visitors: list[Visitor], world: World, others_by: set[str]) -> Iterator[Asked]:
    """Each of these people's client with each address, others' addresses for those named alone."""
    for visitor in on_this_database(visitors):
        person = account_of(visitor, world.area)
        client = client_for(visitor, person)
        client.raise_request_exception = False
        others = OTHER_ADDRESSES if visitor.name in others_by else []
        for address in [*addresses_for(person, world), *others]:
            yield visitor, client, address


def test_no_address_does_anything_for_methods_that_no_page_sends(world: World) -> None:
    wrong = [
        f"{visitor.name}: {found}"
        for visitor, client, address in asked_by(VISITORS, world, {"stranger", "administrator"})
        for method in METHODS
        if (found := wrong_in(client, method, address))
    ]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize(
    ("visitors", "others_by"),
    [
        ([visitor for visitor in VISITORS if visitor.name in THOROUGH], set()),
        pytest.param(VISITORS, {"administrator"}, marks=pytest.mark.deep),
    ],
    ids=["some", "everybody"],
)
def test_head_tells_what_get_tells_and_sends_no_body(
    world: World, visitors: list[Visitor], others_by: set[str]
) -> None:
    wrong = [
        f"{visitor.name}: {found}"
        for visitor, client, address in asked_by(visitors, world, others_by)
        if address not in UNLIKE and (found := unlike(client, address))
    ]
    assert wrong == [], "\n".join(wrong)
