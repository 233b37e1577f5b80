from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.access.enums import Role
from hub.access.readers import Reader
from hub.access.services import record_once_a_day
from hub.core.pagination import page_of
from hub.directory.access import access_person, require_practitioner
from hub.directory.crumbs import PEOPLE
from hub.directory.forms import PeopleFilters
from hub.directory.people import current_places, entry_of, listed_people, with_entries
from hub.notices.following import Standing, standing
from hub.taxonomy.models import Area
from hub.taxonomy.trees import upwards
from hub.users.drafts import writer_required
from hub.users.models import User


@writer_required
@require_safe
def colleagues(request: HttpRequest) -> HttpResponse:
    """Practitioners who chose to be listed, by what they know, their agency and their area."""
    require_practitioner(request.reader)
    filters = PeopleFilters(request.GET)
    found = with_entries(narrowed(listed_people(), filters))
    page = page_of(request, found)
    context = {
        "title": _("Colleagues"),
        "page": page,
        "entries": [entry_of(person) for person in page.object_list],
        "form": filters,
        "active": filters.active(),
    }
    return render(request, "directory/colleagues.html", context)


def narrowed(people: QuerySet[User], filters: PeopleFilters) -> QuerySet[User]:
    """One query for the tree where an area is chosen."""
    chosen = filters.chosen
    if theme := chosen.get("theme"):
        people = people.filter(listing__themes=theme)
    verified = current_places(Role.PRACTITIONER)
    if agency := chosen.get("agency"):
        places = verified.filter(organisation__agency_type=agency)
        people = people.filter(pk__in=places.values("person"))
    if area := chosen.get("area"):
        parents = Area.objects.parents()
        inside = [pk for pk in parents if area.pk in upwards(pk, parents)]
        places = verified.filter(Q(area__in=inside) | Q(organisation__area__in=inside))
        people = people.filter(pk__in=places.values("person"))
    return people


@writer_required
@require_safe
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """One entry. Who reads it is recorded, so that it can be seen if somebody gathers people."""
    found = access_person(person_id, request.reader)
    is_self = found.pk == request.reader.user_id
    if not is_self:
        subject = f"person {found.pk}"
        reader_id = request.reader.user_id
        record_once_a_day(action="listing.viewed", subject=subject, person_id=reader_id)
    context = {
        "entry": entry_of(found),
        "is_self": is_self,
        "standing": None if is_self else standing_to(found, request.reader),
        "crumbs": [PEOPLE],
    }
    return render(request, "directory/person.html", context)


def standing_to(person: User, reader: Reader) -> Standing | None:
    found = standing("person", person.pk, reader)
    return found if found and (found.follows or found.offer.may_follow(person)) else None
