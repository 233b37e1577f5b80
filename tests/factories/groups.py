"""Working groups, made through the services, and people in them."""

from datetime import date

from hub.access.enums import Role
from hub.access.models import Membership
from hub.groups.enums import Joining
from hub.groups.models import JoinRequest, WorkingGroup
from hub.groups.services import ask_to_join, start_group
from hub.users.models import User
from tests.factories.people import AreaFactory, OrganisationFactory, UserFactory, with_role

NAMES = iter(range(1, 1_000_000))


def practitioner(*, ends_on: date | None = None) -> User:
    """A verified practitioner of an organisation."""
    organisation = OrganisationFactory()
    return with_role(UserFactory(), Role.PRACTITIONER, organisation=organisation, ends_on=ends_on)


def lead() -> User:
    """A verified practitioner who leads an area."""
    return with_role(practitioner(), Role.LEAD, area=AreaFactory())


def administrator() -> User:
    return with_role(UserFactory(), Role.ADMINISTRATOR)


def make_group(*, owner: User | None = None, **about: object) -> WorkingGroup:
    """A listed group that people ask to join, with one owner."""
    given = {"name": f"Group {next(NAMES)}", "purpose": "To share.", "joining": Joining.ASK}
    return start_group(by=owner or practitioner(), **{**given, **about})


def private_group(**about: object) -> WorkingGroup:
    return make_group(
        **{"is_private": True, "joining": Joining.INVITATION, "practitioners_only": True, **about}
    )


def add_member(group: WorkingGroup, person: User | None = None, **place: object) -> User:
    """Somebody in the group since long ago, a verified practitioner unless one is given."""
    return with_role(person or practitioner(), Role.MEMBER, group=group.group, **place)


def owner_of(group: WorkingGroup) -> User:
    return User.objects.get(pk=group.owner_ids[0])


def place_in(group: WorkingGroup, person: User) -> Membership:
    return group.places.get(person=person)


def asks(group: WorkingGroup, person: User | None = None) -> JoinRequest:
    person = person or practitioner()
    return ask_to_join(group=group, person=person, reason="I work on it.")
