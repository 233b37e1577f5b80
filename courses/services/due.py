"""What people are asked to do by a day, and whether it is done, due or overdue."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from courses.enums import Due, State
from courses.models import Assignment, CohortMember, CoursePage
from courses.services.standing import NOTHING_YET, Pair, Standing, standings
from hub.access.pages import readable_pages, rule_of_page
from hub.access.readers import Reader, readers_for
from hub.access.restrictions import page_restrictions
from hub.directory.people import called_name
from hub.users.models import User


@dataclass(frozen=True, slots=True)
class AskedCourse:
    """A course that one person is asked to do, and how they stand to it."""

    assignment: Assignment
    course: CoursePage
    standing: Standing
    due: Due

    @property
    def by(self) -> str:
        """Who asks; empty where they left."""
        return called_name(self.assignment.by) if self.assignment.by else ""


def due_of(assignment: Assignment, standing: Standing, today: datetime.date) -> Due:
    """The day itself still counts, London time."""
    if is_met(assignment, standing):
        return Due.MET
    return Due.OVERDUE if assignment.due_on < today else Due.DUE


def is_met(assignment: Assignment, standing: Standing) -> bool:
    """Done now; or a certificate that has run out since was earned after it was asked for.

    One from before counts where it lasted to the day. What was revoked never counts.
    """
    if standing.state is State.DONE:
        return True
    if standing.done_on is None:
        return False
    until = standing.valid_until
    lasted = until is None or until >= assignment.due_on
    return lasted or standing.done_on >= timezone.localdate(assignment.created_at)


def asked_of(reader: Reader) -> list[AskedCourse]:
    """What somebody is asked to do and may open, each course once; what isn't done comes first.

    Two queries where nothing is asked, else what `standings` costs and two more.
    """
    person_id = reader.user_id or 0
    mine = Assignment.objects.asked_of(person_id).select_related("cohort", "by__listing")
    first = first_due(mine)
    if not first:
        return []
    courses = readable_pages(CoursePage.objects.filter(pk__in=first), reader)
    found = {course.pk: course for course in courses.select_related("locale")}
    known = standings(User.objects.filter(pk=person_id), list(found.values()))
    today = timezone.localdate()
    asked = []
    for assignment in first.values():
        if course := found.get(assignment.course_id):
            standing = known.get((person_id, course.pk), NOTHING_YET)
            due = due_of(assignment, standing, today)
            asked.append(AskedCourse(assignment, course, standing, due))
    return sorted(asked, key=lambda one: (one.due is Due.MET, one.assignment.due_on))


def first_due(assignments: Iterable[Assignment]) -> dict[int, Assignment]:
    """By the course's id, the one that is due first."""
    found: dict[int, Assignment] = {}
    for one in sorted(assignments, key=lambda row: (row.due_on, row.pk)):
        found.setdefault(one.course_id, one)
    return found


def assignments_of(people: QuerySet[User], courses: Sequence[CoursePage]) -> dict[Pair, Assignment]:
    """What each of them is asked to do and may open; of several for a course, the one due first.

    Three queries, and those of `may_open`.
    """
    ids = people.order_by().values("pk")
    rows = Assignment.objects.filter(course__in=courses)
    by_id = {course.pk: course for course in courses}
    pairs = [(row.person_id or 0, row) for row in rows.filter(person__in=ids)]
    members = CohortMember.objects.filter(person__in=ids).order_by()
    inside: dict[int, list[int]] = defaultdict(list)
    for cohort_id, member_id in members.values_list("cohort_id", "person_id"):
        inside[cohort_id].append(member_id)
    together = rows.filter(cohort__in=inside) if inside else ()
    pairs += [(person_id, row) for row in together for person_id in inside[row.cohort_id or 0]]
    opens = may_open(people, [by_id[pk] for pk in {row.course_id for _person, row in pairs}])
    found: dict[Pair, Assignment] = {}
    for person_id, row in sorted(pairs, key=lambda pair: (pair[1].due_on, pair[1].pk)):
        if opens(person_id, row.course_id):
            found.setdefault((person_id, row.course_id), row)
    return found


def may_open(people: QuerySet[User], courses: Iterable[CoursePage]) -> Callable[[int, int], bool]:
    """Whether a person may open a course, by their ids. Two queries where one is closed to some."""
    known = page_restrictions()
    rules = {course.pk: rule_of_page(course, known) for course in courses}
    if not any(rules.values()):
        return lambda _person_id, _course_id: True
    readers = readers_for(people)
    return lambda person_id, course_id: (
        person_id in readers and readers[person_id].may_read(rules[course_id])
    )


def due_by_pair(
    assignments: Mapping[Pair, Assignment], known: Mapping[Pair, Standing]
) -> dict[Pair, Due]:
    today = timezone.localdate()
    return {
        pair: due_of(assignment, known.get(pair, NOTHING_YET), today)
        for pair, assignment in assignments.items()
    }
