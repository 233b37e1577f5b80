"""A cohort with a course to do, for the lead of the demonstration."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from courses.models import Assignment, Cohort, CohortMember
from courses.services.lessons import enrol
from hub.demo.loader.pages import Shelf
from hub.taxonomy.models import Area
from hub.users.models import User


def load_cohorts(shelf: Shelf, people: Mapping[str, User], rows: list[dict[str, Any]]) -> None:
    """Found again by name. Nobody is told: these people have no mailbox to be filled."""
    for row in rows:
        area = Area.objects.get(slug=row["area"])
        if not Cohort.objects.filter(name=row["name"], area=area).exists():
            load_cohort(shelf, people, row, area)


def load_cohort(shelf: Shelf, people: Mapping[str, User], row: dict[str, Any], area: Area) -> None:
    keeper = people[row["keeper"]]
    cohort = Cohort.objects.create(name=row["name"], area=area, keeper=keeper)
    for key in row["members"]:
        CohortMember.objects.create(cohort=cohort, person=people[key], added_by=keeper)
    for asked in row["courses"]:
        course = shelf.pages[asked["course"]]
        Assignment.objects.create(
            course=course,
            cohort=cohort,
            due_on=timezone.localdate() + datetime.timedelta(days=asked["days"]),
            note=asked["note"],
            by=keeper,
        )
        for key in row["started"]:
            enrol(person_id=people[key].pk, course=course)
