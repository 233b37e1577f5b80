"""Who is shown, asked anew each time: nothing here is copied from roles or verifications."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Lower, NullIf

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.readers import Reader
from hub.access.tokens import PRACTITIONER
from hub.taxonomy.models import AgencyType, Area
from hub.users.models import User


def is_verified(reader: Reader) -> bool:
    return PRACTITIONER in reader.tokens


def current_places(role: Role) -> QuerySet[Membership]:
    """Who holds a role today, in the hub, an area or an organisation."""
    return Membership.objects.current().filter(role=role, group=None)


def verified_people() -> QuerySet[User]:
    """Open accounts of people who count as practitioners today: who can be written to."""
    verified = current_places(Role.PRACTITIONER)
    return User.objects.filter(is_active=True, pk__in=verified.values("person"))


def listed_people() -> QuerySet[User]:
    """Verified people who chose to be found."""
    return verified_people().filter(listing__is_listed=True)


def leading_people() -> QuerySet[User]:
    """Verified people who are dedicated leads of anything."""
    return verified_people().filter(pk__in=current_places(Role.LEAD).values("person"))


def holds_lead(person: User) -> bool:
    """Whether somebody is a dedicated lead of anything, verified or not. One query."""
    return current_places(Role.LEAD).filter(person=person).exists()


def shown_people() -> QuerySet[User]:
    """Everybody who has an entry: those who chose it, and leads, whose task is to be found."""
    leads = current_places(Role.LEAD).values("person")
    return verified_people().filter(Q(listing__is_listed=True) | Q(pk__in=leads))


def with_entries(people: QuerySet[User]) -> QuerySet[User]:
    """With what an entry says, by the names shown: three queries for any number of people.

    The order of the names behind work names would tell them.
    """
    places = (
        Membership.objects.current()
        .filter(role__in=(Role.PRACTITIONER, Role.LEAD), group=None)
        .select_related("organisation__agency_type", "organisation__area", "area")
    )
    work_name = NullIf("listing__work_name", Value(""))
    return (
        people.select_related("profile", "listing")
        .prefetch_related("listing__themes", Prefetch("memberships", places, to_attr="places"))
        .annotate(called=Lower(Coalesce(work_name, "name")))
        .order_by("called", "pk")
    )


def called_name(person: User) -> str:
    """The work name, where somebody has one, else the name. Select `listing` to cost no query."""
    listing = getattr(person, "listing", None)
    return (listing.work_name if listing else "") or person.get_full_name()


@dataclass(frozen=True, slots=True)
class Entry:
    """What the directory says of one person. No address and no account stands in it."""

    person_id: int
    name: str
    job_title: str
    agencies: tuple[str, ...]
    areas: tuple[str, ...]
    is_lead: bool
    leads: tuple[str, ...]
    helps_with: str
    themes: tuple[str, ...]

    @property
    def work(self) -> list[str]:
        """Job, agency and area: the line below a name."""
        return [part for part in (self.job_title, *self.agencies, *self.areas) if part]


def entry_of(person: User) -> Entry:
    """Of a person from `with_entries`."""
    listing = getattr(person, "listing", None)
    profile = getattr(person, "profile", None)
    verified = [place for place in person.places if place.role == Role.PRACTITIONER]
    led = [place for place in person.places if place.role == Role.LEAD]
    return Entry(
        person_id=person.pk,
        name=called_name(person),
        job_title=profile.job_title if profile else "",
        agencies=names(map(agency_of, verified)),
        areas=names(map(where, verified)),
        is_lead=bool(led),
        leads=names(map(where, led)),
        helps_with=listing.helps_with if listing else "",
        themes=tuple(theme.name for theme in listing.themes.all()) if listing else (),
    )


def where(place: Membership) -> Area | None:
    """The area of a membership; somebody at an organisation is in the organisation's area."""
    return place.organisation.area if place.organisation else place.area


def agency_of(place: Membership) -> AgencyType | None:
    return place.organisation.agency_type if place.organisation else None


def names(rows: Iterable[Area | AgencyType | None]) -> tuple[str, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(row.name for row in rows if row))
