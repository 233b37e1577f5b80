"""People as search holds them: what their entry says, for those who may read it, and no more."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from hub.access.models import Membership
from hub.access.readers import Reader
from hub.access.registry import Card, Document, Section
from hub.access.rules import Rule, rule
from hub.access.tokens import PRACTITIONER
from hub.directory.models import Listing
from hub.directory.people import entry_of, is_verified, shown_people, with_entries
from hub.taxonomy.models import AgencyType, Area, Organisation
from hub.users.models import Profile, User

PRACTITIONERS: Rule = rule([PRACTITIONER])


def live_people() -> QuerySet[User]:
    return with_entries(shown_people())


def readable_people(reader: Reader) -> QuerySet[User]:
    return live_people() if is_verified(reader) else User.objects.none()


def rule_of_person(_person: User) -> Rule:
    return PRACTITIONERS


def address(person: User) -> str:
    return reverse("people:person", args=[person.pk])


def document(person: User) -> Document:
    """Of a person from `with_entries`. Nothing of their account: no address, no name behind it."""
    entry = entry_of(person)
    listing = getattr(person, "listing", None)
    led = [_("Leads for %(area)s") % {"area": area} for area in entry.leads]
    return Document(
        title=entry.name,
        summary=", ".join(entry.work),
        sections=(Section("", "", "\n".join(filter(None, (entry.helps_with, *led)))),),
        themes=tuple(theme.slug for theme in listing.themes.all()) if listing else (),
    )


def card(person: User) -> Card:
    entry = entry_of(person)
    return Card(kind="person", title=entry.name, url=address(person), meta=tuple(entry.work))


def everyone(ids: Iterable[int]) -> set[int]:
    """No mail says who works where."""
    return set(ids)


def person_of(part: Listing | Membership) -> Iterable[User]:
    return User.objects.filter(pk=part.person_id)


def person_of_profile(profile: Profile) -> Iterable[User]:
    return User.objects.filter(pk=profile.user_id)


def people_at(wanted: Q) -> QuerySet[User]:
    """Those with an entry that names what their membership is in."""
    return shown_people().filter(pk__in=Membership.objects.filter(wanted).values("person"))


def people_in_area(area: Area) -> Iterable[User]:
    return people_at(Q(area=area) | Q(organisation__area=area))


def people_of_organisation(organisation: Organisation) -> Iterable[User]:
    return people_at(Q(organisation=organisation))


def people_of_agency(agency: AgencyType) -> Iterable[User]:
    return people_at(Q(organisation__agency_type=agency))
