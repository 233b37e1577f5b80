"""Everybody the matrix asks as: each role held in the hub, with and without a second factor."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from django.db import connection
from django.test import Client

from hub.access.enums import EVERYDAY_ROLES, Role
from hub.taxonomy.models import Area
from hub.users.models import User
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role
from tests.turns import this_week

WRITERS = {Role.AUTHOR, Role.REVIEWER, Role.FRONT_LINE, Role.MODERATOR}


@dataclass(frozen=True, slots=True)
class Visitor:
    """`local` people hold their role in the area whose things are closed to all others.

    `foreign` people hold it in another area, and all others in the hub.
    """

    name: str
    role: Role | None = None
    second_factor: bool = False
    local: bool = False
    foreign: bool = False

    @property
    def is_stranger(self) -> bool:
        return self.role is None

    @property
    def somewhere(self) -> bool:
        """A role in one area gives no power over the hub."""
        return self.local or self.foreign

    @property
    def moderates(self) -> bool:
        return self.role is Role.MODERATOR and not self.somewhere

    @property
    def writes(self) -> bool:
        """A lead of an area too; the other roles only where they are held in the hub."""
        return self.role is Role.LEAD or (self.role in WRITERS and not self.somewhere)

    @property
    def reviews(self) -> bool:
        return self.role in {Role.REVIEWER, Role.ADMINISTRATOR} and not self.somewhere

    @property
    def is_front_line(self) -> bool:
        return self.role is Role.FRONT_LINE and not self.somewhere

    @property
    def administers(self) -> bool:
        return self.role is Role.ADMINISTRATOR and not self.somewhere

    @property
    def waits_for_second_step(self) -> bool:
        return self.role is not None and not self.second_factor


HUB_ROLES = [role for role in Role if role is not Role.OWNER]
POWERS = [role for role in HUB_ROLES if role not in EVERYDAY_ROLES]

STRANGER = Visitor("stranger")
VISITORS = [
    STRANGER,
    *(Visitor(role.value, role, second_factor=True) for role in HUB_ROLES),
    Visitor("member of the area", Role.MEMBER, local=True),
    Visitor("moderator of the area", Role.MODERATOR, second_factor=True, local=True),
    Visitor("lead of the area", Role.LEAD, second_factor=True, local=True),
    Visitor("lead of another area", Role.LEAD, second_factor=True, foreign=True),
]
# The same people signed in by password alone: it matters where a role or a sensitive thing counts.
BY_PASSWORD_ALONE = [
    Visitor(f"{role.value} by password alone", role) for role in (Role.PRACTITIONER, *POWERS)
]


T = TypeVar("T")


def on_this_database(people: Sequence[T]) -> list[T]:
    """All of them on SQLite; on PostgreSQL a fifth, and another one each week.

    Who gets in is decided in Python, by the same queries for everybody: a few show that PostgreSQL
    answers them alike.
    """
    if connection.vendor == "sqlite":
        return list(people)
    return Random(this_week()).sample(people, max(2, len(people) // 5))


def account_of(visitor: Visitor, area: Area) -> User | None:
    if visitor.role is None:
        return None
    elsewhere = AreaFactory() if visitor.foreign else None
    return with_role(UserFactory(), visitor.role, area=area if visitor.local else elsewhere)


def client_for(visitor: Visitor, person: User | None) -> Client:
    client = Client()
    return client if person is None else sign_in(client, person, mfa=visitor.second_factor)
