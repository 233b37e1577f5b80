"""People in the directory, and what they write to each other."""

from hub.access.enums import Role
from hub.directory.models import Conversation, Listing
from hub.taxonomy.models import AgencyType, Area
from hub.users.models import User
from tests.factories.groups import practitioner
from tests.factories.people import OrganisationFactory, UserFactory, with_role


def list_person(person: User, **said: object) -> User:
    """The same person, who now chose to be listed."""
    themes = said.pop("themes", ())
    listing = Listing.objects.create(person=person, **{"is_listed": True, **said})
    listing.themes.set(themes)
    return person


def listed_person(**said: object) -> User:
    """A verified practitioner who chose to be listed."""
    return list_person(practitioner(), **said)


def practitioner_at(
    agency: str = "youth-justice", area: Area | None = None, **named: object
) -> User:
    """A verified practitioner of a kind of agency that the hub is seeded with."""
    kind = AgencyType.objects.get(slug=agency)
    at = OrganisationFactory(agency_type=kind, area=area)
    return with_role(UserFactory(**named), Role.PRACTITIONER, organisation=at)


def lead_of(area: Area, agency: str = "police", **named: object) -> User:
    """A verified dedicated lead of an area."""
    return with_role(practitioner_at(agency, area, **named), Role.LEAD, area=area)


def conversation_with(person: User, starter: User | None = None) -> Conversation:
    """Somebody, verified at that time, was written to."""
    conversation = Conversation(starter=starter or practitioner(), other=person)
    conversation.save()
    conversation.messages.create(sender=conversation.starter, body="Who knows the bus station?")
    return conversation
