"""Keeping cohorts, and asking people to do a course. Whoever calls has checked who may."""

import datetime
from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from courses.models import Assignment, Cohort, CohortMember, CoursePage
from courses.scope import Scope, scope_of_place
from hub.access.readers import Reader
from hub.access.services import record_audit
from hub.core.dates import long_date
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.taxonomy.models import Area, Organisation
from hub.users.models import User


def scope_of_cohort(cohort: Cohort) -> Scope:
    return scope_of_place(cohort.area, cohort.organisation)


def people_in(cohort: Cohort) -> QuerySet[User]:
    """Its members who still belong to its area or organisation. One query for an area's tree."""
    return scope_of_cohort(cohort).people().filter(cohorts__cohort=cohort)


def candidates(cohort: Cohort) -> QuerySet[User]:
    """Who may be added: people of its area or organisation who aren't in it."""
    return scope_of_cohort(cohort).people().exclude(cohorts__cohort=cohort)


def cohorts_of(reader: Reader) -> QuerySet[CohortMember]:
    """One's own places in cohorts, with who keeps each. One query."""
    mine = CohortMember.objects.filter(person_id=reader.user_id)
    return mine.select_related("cohort__keeper__listing").order_by("cohort__name", "pk")


@transaction.atomic
def make_cohort(*, name: str, place: Area | Organisation, by: User) -> Cohort:
    area = place if isinstance(place, Area) else None
    organisation = place if isinstance(place, Organisation) else None
    made = Cohort.objects.create(name=name, area=area, organisation=organisation, keeper=by)
    record_audit(action="cohort.made", subject=f"cohort {made.pk}", person_id=by.pk)
    return made


def rename_cohort(*, cohort: Cohort, name: str) -> None:
    cohort.name = name
    cohort.save(update_fields=["name"])


@transaction.atomic
def remove_cohort(*, cohort: Cohort, by: User) -> None:
    """With what it was asked to do. What people did stays theirs."""
    record_audit(action="cohort.removed", subject=f"cohort {cohort.pk}", person_id=by.pk)
    cohort.delete()


@transaction.atomic
def add_people(*, cohort: Cohort, people: Collection[int], by: User) -> list[int]:
    """Adds those who may be added, by id, and tells them; outsiders are passed over."""
    Cohort.objects.select_for_update().get(pk=cohort.pk)
    allowed = candidates(cohort).filter(pk__in=people)
    added = list(allowed.order_by("pk").values_list("pk", flat=True))
    CohortMember.objects.bulk_create(
        CohortMember(cohort=cohort, person_id=pk, added_by=by) for pk in added
    )
    for pk in added:
        subject = f"cohort {cohort.pk}, person {pk}"
        record_audit(action="cohort.person_added", subject=subject, person_id=by.pk)
    notify(
        people=added,
        category=Category.TASK,
        text=_("You're in the cohort “%(cohort)s”, and its lead sees which courses you do")
        % {"cohort": cohort.name},
        url=f"{reverse('courses:learning')}#cohort-{cohort.pk}",
    )
    return added


@transaction.atomic
def remove_person(*, cohort: Cohort, person_id: int, by: User) -> None:
    """What they shared with the cohort ends with it."""
    gone, _rows = cohort.members.filter(person_id=person_id).delete()
    if gone:
        subject = f"cohort {cohort.pk}, person {person_id}"
        record_audit(action="cohort.person_removed", subject=subject, person_id=by.pk)


@transaction.atomic
def ask(
    *,
    course: CoursePage,
    to: Cohort | User,
    due_on: datetime.date,
    note: str = "",
    by: User,
) -> Assignment:
    """Asks for a course by a day and tells them; once more changes the day and the note."""
    whom = {"cohort": to} if isinstance(to, Cohort) else {"person": to}
    said = {"due_on": due_on, "note": note, "by": by}
    asked, _new = Assignment.objects.update_or_create(course=course, **whom, defaults=said)
    kind = "cohort" if isinstance(to, Cohort) else "person"
    subject = f"course {course.pk}, {kind} {to.pk}"
    record_audit(action="course.assigned", subject=subject, person_id=by.pk)
    people = people_in(to).values_list("pk", flat=True) if isinstance(to, Cohort) else [to.pk]
    words = {"course": course.title, "day": long_date(due_on)}
    tell(asked, people, _("You're asked to do “%(course)s” by %(day)s") % words)
    return asked


def tell(asked: Assignment, people: Collection[int] | QuerySet, text: str) -> None:
    """About the course, so that its rule decides again when this is shown and when it is mailed."""
    notify(
        people=people,
        category=Category.TASK,
        text=text,
        url=asked.address,
        kind=CoursePage.kind_name,
        object_id=asked.course_id,
    )


@transaction.atomic
def take_back(*, asked: Assignment, by: User) -> None:
    kind, pk = ("cohort", asked.cohort_id) if asked.cohort_id else ("person", asked.person_id)
    subject = f"course {asked.course_id}, {kind} {pk}"
    record_audit(action="course.unassigned", subject=subject, person_id=by.pk)
    asked.delete()
