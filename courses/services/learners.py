"""The people of a scope, by the names that colleagues know."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from courses.scope import Scope
from hub.users.models import User


@dataclass(frozen=True, slots=True)
class Learner:
    """`work` names the organisations through which somebody is in the scope."""

    pk: int
    name: str
    work: tuple[str, ...] = ()
    agency_ids: frozenset[int] = frozenset()


def learners_of(scope: Scope, people: QuerySet[User]) -> list[Learner]:
    """In the order of their names; two queries for any number of people.

    Work names stand for names, as in the directory.
    """
    places = scope.places().filter(person__in=people.order_by().values("pk"), organisation__gt=0)
    work: dict[int, set[str]] = defaultdict(set)
    agencies: dict[int, set[int]] = defaultdict(set)
    for person, name, agency in places.values_list(
        "person_id", "organisation__name", "organisation__agency_type_id"
    ):
        work[person].add(name)
        agencies[person].add(agency)
    rows = people.order_by().values_list("pk", "name", "listing__work_name")
    found = [
        Learner(
            pk, work_name or name or _("A member"), tuple(sorted(work[pk])), frozenset(agencies[pk])
        )
        for pk, name, work_name in rows
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.pk))
