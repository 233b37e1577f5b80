"""Asks addresses. Whatever a request writes is taken back at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.architecture.address_policy import READ, Line
from tests.matrix.outcomes import (
    WITHOUT_POWERS,
    Outcome,
    expected,
    needs_second_factor,
    outcome_of,
)
from tests.matrix.people import BY_PASSWORD_ALONE, Visitor
from tests.matrix.relations import MISSING, OPEN, OWN, Things, relation_of

# Visitors of these names use every method, all others those that browsers send.
THOROUGH = {"stranger", "member", "moderator", "administrator"}
MOST_METHODS = ("GET", "POST")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
PLACE = re.compile(r"<(?:int|slug|str):\w+>")
WHOLE_PATHS = ("page", "document", "file", "signed link")


@dataclass(frozen=True, slots=True)
class Question:
    """One request and what the policy expects of it."""

    address: str
    method: str
    thing: str
    right: frozenset[Outcome]


def questions(pattern: str, line: Line, visitor: Visitor, things: Things) -> Iterator[Question]:
    """Every method at each of these things; methods that nobody may use at the first alone."""
    methods = METHODS if visitor.name in THOROUGH else MOST_METHODS
    named = things_to_name(line, visitor, things)
    for number, (thing, value) in enumerate(named.items()):
        address = value if line.thing in WHOLE_PATHS else filled(pattern, value)
        for method in methods:
            if number and line.methods and method not in line.methods:
                continue
            if not line.methods and method not in MOST_METHODS:
                continue
            right = frozenset(expected(line, visitor, thing, method))
            yield Question(address, method, thing, right)


def things_to_name(line: Line, visitor: Visitor, things: Things) -> dict[str, str]:
    """All; for a second session of one person, those where it matters; else one of like things."""
    named = things[line.thing] if line.thing else {OPEN: ""}
    if visitor in BY_PASSWORD_ALONE:
        return {
            thing: value
            for thing, value in named.items()
            if needs_second_factor(line.who, thing, visitor.role)
            or (line.who in WITHOUT_POWERS and thing == OWN)
        }
    if visitor.name in THOROUGH:
        return named
    return {
        thing: value
        for thing, value in named.items()
        if thing == relation_of(thing) or relation_of(thing) not in {OPEN, MISSING}
    }


def filled(pattern: str, value: str) -> str:
    """The address with the thing in its first places, and the first of what follows."""
    for part in value.split():
        pattern = PLACE.sub(part, pattern, count=1)
    return "/" + PLACE.sub("1", pattern)


def ask(client: Client, method: str, address: str) -> HttpResponse:
    """The answer; cookies and rows are as before, and what was written lives on in no cache."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        answer = client.generic(method, address)
        if answer.streaming:
            b"".join(answer)  # closing it at once would close the database
        transaction.set_rollback(True)
    client.cookies = cookies
    if method not in READ:
        cache.clear()
    return answer


def wrong_answers(client: Client, asked: Iterator[Question]) -> list[str]:
    """What differs from the policy, one line each."""
    wrong = []
    for item in asked:
        answer = ask(client, item.method, item.address)
        found = outcome_of(answer)
        if found not in item.right:
            right = " or ".join(sorted(outcome.value for outcome in item.right))
            wrong.append(
                f"{item.method} {item.address} ({item.thing}): {found.value} "
                f"({answer.status_code}), not {right}"
            )
    return wrong
