"""The person in front of a page, as the tokens they hold right now."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hub.access.enums import EVERYDAY_ROLES, Role
from hub.access.models import Membership
from hub.access.rules import Rule, allows
from hub.access.tokens import (
    MEMBER,
    PUBLIC,
    SECOND_FACTOR,
    agency_token,
    area_token,
    group_token,
    lead_token,
    organisation_token,
    role_token,
)
from hub.core.per_request import once_per_request
from hub.taxonomy.models import Area
from hub.taxonomy.trees import upwards

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role and the scope it holds in: area, organisation or group; all None is the hub."""

    role: Role
    area_id: int | None = None
    organisation_id: int | None = None
    group_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Tokens decide what may be read; held roles decide what may be done, and where."""

    user_id: int | None = None
    tokens: frozenset[str] = frozenset({PUBLIC})
    roles: frozenset[HeldRole] = frozenset()

    @property
    def is_signed_in(self) -> bool:
        return self.user_id is not None

    def may_read(self, wanted: Rule) -> bool:
        return allows(wanted, self.tokens)

    def has_role(self, *roles: Role, area_id: int | None = None) -> bool:
        """Whether one of the roles is held in the hub, or in this area where one is named.

        A role held in an area gives no power over the hub, nor over any other area.
        """
        return any(
            held.role in roles
            and held.organisation_id is None
            and held.group_id is None
            and (held.area_id is None or held.area_id == area_id)
            for held in self.roles
        )

    @property
    def group_ids(self) -> set[int]:
        """The free groups that the person is in."""
        return {held.group_id for held in self.roles if held.group_id}

    def owns(self, group_id: int) -> bool:
        return HeldRole(Role.OWNER, group_id=group_id) in self.roles


ANONYMOUS = Reader()


@once_per_request
def reader_for(
    user: "AbstractBaseUser | AnonymousUser",
    on: date | None = None,
    *,
    second_factor: bool = True,
) -> Reader:
    """The reader behind a user: two short queries, none when signed out.

    Worked out afresh for each request; a reading request asks once.

    Without a second factor in the session, roles above a practitioner count for nothing. Outside
    a request (mail, scheduled work) the question is what the person could read if signed in fully.
    """
    if not user.is_authenticated or not user.is_active:
        return ANONYMOUS
    places = Membership.objects.current(on).filter(person_id=user.pk)
    rows = list(places.select_related("organisation"))
    parents = Area.objects.parents() if any(map(area_of, rows)) else {}
    return reader_with(user.pk, rows, parents, second_factor=second_factor)


def readers_for(people: "QuerySet[AbstractBaseUser]") -> dict[int, Reader]:
    """By id, the reader behind each person as `reader_for` gives it outside a request.

    Two queries for any number of people; who holds nothing is left out.
    """
    places = Membership.objects.current().filter(person__in=people, person__is_active=True)
    held: dict[int, list[Membership]] = defaultdict(list)
    for row in places.select_related("organisation"):
        held[row.person_id].append(row)
    parents = Area.objects.parents()
    return {pk: reader_with(pk, rows, parents) for pk, rows in held.items()}


def reader_with(
    person_id: int,
    rows: Sequence[Membership],
    parents: Mapping[int, int | None],
    *,
    second_factor: bool = True,
) -> Reader:
    """The reader of somebody with an account and these memberships."""
    tokens = {PUBLIC, MEMBER, SECOND_FACTOR} if second_factor else {PUBLIC, MEMBER}
    counting = [row for row in rows if second_factor or row.role in EVERYDAY_ROLES]
    tokens.update(*(scope_tokens(row, parents) for row in rows))
    tokens.update(*(role_tokens(row, parents) for row in counting))
    held = {HeldRole(Role(r.role), r.area_id, r.organisation_id, r.group_id) for r in counting}
    return Reader(user_id=person_id, tokens=frozenset(tokens), roles=frozenset(held))


def area_of(row: Membership) -> int | None:
    """The area a membership is in; someone at an organisation is in the organisation's area."""
    return row.organisation.area_id if row.organisation else row.area_id


def scope_tokens(row: Membership, parents: Mapping[int, int | None]) -> set[str]:
    """What being somewhere opens, whatever the role there."""
    tokens = {area_token(area_id) for area_id in upwards(area_of(row), parents)}
    if row.organisation:
        tokens |= {
            organisation_token(row.organisation.pk),
            agency_token(row.organisation.agency_type_id),
        }
    if row.group_id:
        tokens.add(group_token(row.group_id))
    return tokens


def role_tokens(row: Membership, parents: Mapping[int, int | None]) -> set[str]:
    """What the role opens. A role in a group is about that group only."""
    if row.group_id:
        return set()
    tokens = {role_token(row.role)}
    if row.role == Role.LEAD:
        tokens |= {lead_token(area_id) for area_id in upwards(area_of(row), parents)}
    return tokens
