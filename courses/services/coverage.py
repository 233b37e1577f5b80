"""Where a partnership is weak: who holds a valid certificate, by agency type and theme."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import Certificate, CoursePage
from courses.scope import Scope
from courses.services.learners import Learner, learners_of
from hub.core.small_numbers import Share
from hub.taxonomy.models import AgencyType, Theme

NO_AGENCY = 0


@dataclass(frozen=True, slots=True)
class Row:
    agency: str
    share: Share


@dataclass(frozen=True, slots=True)
class Table:
    """One theme. `total` counts each person once, also who works for two agencies."""

    theme: Theme
    courses: int
    rows: Sequence[Row]
    total: Share


@dataclass(frozen=True, slots=True)
class Coverage:
    day: datetime.date
    tables: Sequence[Table]
    without_courses: Sequence[Theme]


def coverage_of(
    scope: Scope, courses: Sequence[CoursePage], theme: Theme | None = None
) -> Coverage:
    """Six queries for any number of people."""
    learners = learners_of(scope, scope.people())
    themes = list(Theme.objects.all())
    numbers = courses_by_theme(courses)
    holders = holders_by_theme(scope, courses)
    groups = list(by_agency(learners))
    everyone = {one.pk for one in learners}
    tables = [
        Table(
            theme=one,
            courses=numbers[one.pk],
            rows=[Row(name, share(ids, holders[one.pk])) for name, ids in groups],
            total=share(everyone, holders[one.pk]),
        )
        for one in themes
        if numbers[one.pk] and theme in (None, one)
    ]
    missing = [one for one in themes if not numbers[one.pk]]
    return Coverage(timezone.localdate(), tables, missing)


def share(people: set[int], holders: set[int]) -> Share:
    return Share(len(people & holders), len(people))


def courses_by_theme(courses: Sequence[CoursePage]) -> Counter[int]:
    """How many courses there are on each theme. One query."""
    links = CoursePage.themes.through.objects.filter(coursepage__in=courses)
    return Counter(links.values_list("theme_id", flat=True))


def holders_by_theme(scope: Scope, courses: Sequence[CoursePage]) -> dict[int, set[int]]:
    """By theme, who holds a valid certificate of any course on it. One query."""
    valid = Certificate.objects.valid().filter(
        person__in=scope.people().order_by().values("pk"), course__in=courses
    )
    rows = valid.order_by().values_list("course__themes", "person_id").distinct()
    found: dict[int, set[int]] = defaultdict(set)
    for theme_id, person_id in rows:
        found[theme_id].add(person_id)
    return found


def by_agency(learners: Sequence[Learner]) -> Iterator[tuple[str, set[int]]]:
    """Who works for each agency type; who works for two counts for both. One query."""
    people: dict[int, set[int]] = defaultdict(set)
    for one in learners:
        for agency_id in one.agency_ids or {NO_AGENCY}:
            people[agency_id].add(one.pk)
    for agency in AgencyType.objects.filter(pk__in=people):
        yield agency.name, people[agency.pk]
    if people[NO_AGENCY]:
        yield _("No organisation given"), people[NO_AGENCY]
