"""Who walks past the canaries, and which of them each may hear. Inside the CMS: tests/walk/."""

from collections.abc import Callable
from dataclasses import dataclass

from django.test import Client

from hub.access.enums import Role
from hub.users.models import User
from tests.canaries.flock import Circle
from tests.canaries.world import World
from tests.factories.cohorts import lead_of
from tests.factories.groups import add_member, administrator
from tests.factories.people import UserFactory, with_role
from tests.hub.mydata.clients import asked_again


@dataclass(frozen=True)
class Visitor:
    """`hears` are the circles that the person belongs to; `make` gives them their roles."""

    name: str
    make: Callable[[World], User | None]
    hears: frozenset[Circle] = frozenset()
    second_factor: bool = True

    def client(self, world: World) -> Client:
        person = self.make(world)
        return asked_again(person, mfa=self.second_factor) if person else Client()


def elsewhere(role: Role) -> Visitor:
    """Somebody with a role in the other area, which counts there and nowhere else."""
    return Visitor(
        f"{role.value} of another area",
        lambda world: with_role(UserFactory(), role, area=world.elsewhere),
        frozenset({Circle.VERIFIED} if role is Role.PRACTITIONER else ()),
    )


def in_hub(role: Role, *hears: Circle) -> Visitor:
    """Somebody with a role in the whole hub, who is a practitioner in the other area."""
    return Visitor(
        f"{role.value} of the hub",
        lambda world: with_role(
            with_role(UserFactory(), role), Role.PRACTITIONER, area=world.elsewhere
        ),
        frozenset({Circle.VERIFIED, *hears}),
    )


BY_PASSWORD = Visitor(
    "practitioner of the area by password alone",
    lambda world: with_role(UserFactory(), Role.PRACTITIONER, area=world.area),
    frozenset({Circle.AREA, Circle.IN_AREA, Circle.VERIFIED}),
    second_factor=False,
)
# Each is let past by another piece of the code, so that every run asks as all of them.
ALWAYS = [
    Visitor("stranger", lambda world: None),
    Visitor("somebody who left the area and the group", lambda world: world.former),
    BY_PASSWORD,
    in_hub(Role.REVIEWER, Circle.REVIEWED),
]
OTHERS = [
    Visitor(
        "member of the area",
        lambda world: with_role(UserFactory(), Role.MEMBER, area=world.area),
        frozenset({Circle.AREA}),
    ),
    in_hub(Role.AUTHOR),
    in_hub(Role.TRAINER),
    in_hub(Role.ANALYST),
    in_hub(Role.LEAD, Circle.APPROVERS),
    in_hub(Role.MODERATOR, Circle.MODERATED),
    in_hub(Role.FRONT_LINE, Circle.DESK, Circle.TEAM),
    *(elsewhere(role) for role in Role if role is not Role.OWNER),
]


def everywhere(world: World) -> User:
    """A practitioner of the area who is in the private group."""
    return add_member(world.group, with_role(UserFactory(), Role.PRACTITIONER, area=world.area))


# Together they hear every canary that sings outside the CMS.
INSIDERS = [
    Visitor("somebody of the area and the group", everywhere),
    Visitor("the keeper", lambda world: world.keeper),
    Visitor("administrator", lambda world: administrator()),
    in_hub(Role.MODERATOR),
    in_hub(Role.FRONT_LINE),
    Visitor("lead of the area", lambda world: lead_of(world.area)),
]
