"""Asks addresses. Whatever a request writes is taken back at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.architecture.address_policy import READ, Line
from tests.matrix.outcomes import Outcome, expected, outcome_of
from tests.matrix.people import Visitor
from tests.matrix.things import OPEN, Things

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
    """Every method at every thing; methods that nobody may use at the first thing alone."""
    methods = METHODS if visitor.name in THOROUGH else MOST_METHODS
    named = things[line.thing] if line.thing else {OPEN: ""}
    for number, (thing, value) in enumerate(named.items()):
        address = value if line.thing in WHOLE_PATHS else filled(pattern, value)
        for method in methods:
            if number and line.methods and method not in line.methods:
                continue
            if not line.methods and method not in MOST_METHODS:
                continue
            right = frozenset(expected(line, visitor, thing, method))
            yield Question(address, method, thing, right)


def filled(pattern: str, value: str) -> str:
    """The address with the thing in its first place, and the first of what follows."""
    first = PLACE.sub(value, pattern, count=1) if value else pattern
    return "/" + PLACE.sub("1", first)


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
