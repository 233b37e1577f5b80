"""The person in front of a page, as the tokens they hold right now."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.rules import Rule, allows
from hub.access.tokens import (
    MEMBER,
    PUBLIC,
    area_token,
    group_token,
    organisation_token,
    role_token,
)
from hub.taxonomy.models import Area

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role and the scope it holds in: an area, an organisation, or (both None) the hub."""

    role: Role
    area_id: int | None = None
    organisation_id: int | None = None


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
            and (held.area_id is None or held.area_id == area_id)
            for held in self.roles
        )


ANONYMOUS = Reader()


def reader_for(user: "AbstractBaseUser | AnonymousUser", on: date | None = None) -> Reader:
    """The reader behind a user, worked out afresh: three short queries, none when signed out."""
    if not user.is_authenticated or not user.is_active:
        return ANONYMOUS
    rows = list(Membership.objects.current(on).filter(person_id=user.pk))
    areas = Area.objects.all().with_those_above({r.area_id for r in rows if r.area_id})
    groups = user.groups.filter(access_token=None).values_list("pk", flat=True)
    tokens = {PUBLIC, MEMBER}
    tokens |= {role_token(row.role) for row in rows}
    tokens |= {organisation_token(r.organisation_id) for r in rows if r.organisation_id}
    tokens |= {area_token(area_id) for area_id in areas}
    tokens |= {group_token(group_id) for group_id in groups}
    held = {HeldRole(Role(r.role), r.area_id, r.organisation_id) for r in rows}
    return Reader(user_id=user.pk, tokens=frozenset(tokens), roles=frozenset(held))
