"""Every address that is the hub's own, asked by everybody, about everything, by every method."""

import pytest
from django.urls import get_resolver

from tests.architecture.address_policy import POLICY, Line, line_for
from tests.architecture.addresses import patterns
from tests.matrix.asking import questions, wrong_answers
from tests.matrix.people import (
    BY_PASSWORD_ALONE,
    VISITORS,
    Visitor,
    account_of,
    client_for,
    on_this_database,
)
from tests.matrix.things import World, things_of

OTHERS = ("cms/", "accounts/")


def is_asked_here(pattern: str, line: Line) -> bool:
    """Not what other modules of this folder ask, nor a pattern that no thing fills in."""
    if pattern.startswith("^") and not line.thing:
        return False
    return pattern in POLICY or not pattern.startswith(OTHERS)


LINES = {
    pattern: line
    for pattern in patterns(get_resolver().url_patterns)
    if (line := line_for(pattern)) and is_asked_here(pattern, line)
}


@pytest.mark.parametrize("visitors", [VISITORS, BY_PASSWORD_ALONE], ids=["fully", "by password"])
def test_every_address_answers_as_its_line_says(world: World, visitors: list[Visitor]) -> None:
    found = (wrong_for(visitor, world) for visitor in on_this_database(visitors))
    wrong = next(filter(None, found), [])  # what one visitor met is enough to mend
    assert wrong == [], "\n" + "\n".join(wrong)


def wrong_for(visitor: Visitor, world: World) -> list[str]:
    person = account_of(visitor, world.area)
    client, things = client_for(visitor, person), things_of(world, person)
    return [
        f"{visitor.name}: {found}"
        for pattern, line in LINES.items()
        for found in wrong_answers(client, questions(pattern, line, visitor, things))
    ]
