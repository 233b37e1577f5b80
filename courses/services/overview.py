"""One cohort: what it is asked to do, and how far its people are."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from courses.enums import Due
from courses.models import Assignment, Cohort, CoursePage
from courses.services.cohorts import people_in, scope_of_cohort
from courses.services.learners import Learner, learners_of
from courses.services.report import Line, lines_of


@dataclass(frozen=True, slots=True)
class CourseAsked:
    """A course that the cohort is asked to do, with how many of its people have done it."""

    assignment: Assignment
    course: CoursePage
    done: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Member:
    """`lines` are of the cohort's courses, in their order."""

    learner: Learner
    lines: Sequence[Line]
    shares: bool


@dataclass(frozen=True, slots=True)
class Overview:
    asked: Sequence[CourseAsked]
    members: Sequence[Member]


def overview_of(cohort: Cohort, courses: Sequence[CoursePage]) -> Overview:
    """Of the courses that whoever looks may open. The same queries for any number of people."""
    by_id = {course.pk: course for course in courses}
    rows = [row for row in cohort.assignments.order_by("due_on", "pk") if row.course_id in by_id]
    asked = [by_id[row.course_id] for row in rows]
    people = people_in(cohort)
    learners = learners_of(scope_of_cohort(cohort), people)
    lines: dict[int, list[Line]] = defaultdict(list)
    counts: Counter[tuple[int, Due | None]] = Counter()
    for line in lines_of(people, learners, asked, with_all=True):
        lines[line.learner.pk].append(line)
        counts[line.course.pk, line.due] += 1
    shared = cohort.members.exclude(shares_since=None)
    sharing = set(shared.values_list("person_id", flat=True))
    return Overview(
        [
            CourseAsked(
                row,
                by_id[row.course_id],
                counts[row.course_id, Due.MET],
                counts[row.course_id, Due.OVERDUE],
            )
            for row in rows
        ],
        [Member(one, lines[one.pk], one.pk in sharing) for one in learners],
    )
