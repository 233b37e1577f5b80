"""Who has done what, for those who lead them: states and dates, never answers or marks."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet
from django.utils import timezone

from courses.enums import Due, State
from courses.models import Assignment, Cohort, CoursePage
from courses.scope import Scope
from courses.services.due import assignments_of, due_by_pair
from courses.services.learners import Learner, learners_of
from courses.services.standing import NOTHING_YET, Standing, standings
from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.pages.body import without_texts
from hub.users.models import User

# How long before its end a certificate counts as running out.
SOON = datetime.timedelta(days=90)
NEVER = datetime.date.max


class Show(StrEnum):
    """What the lines are narrowed to."""

    RUNS_OUT = "runs-out"
    OVERDUE = "overdue"
    DUE = "due"
    DONE = "done"
    STARTED = "started"
    FAILED = "failed"
    NOT_STARTED = "not-started"


@dataclass(frozen=True, slots=True)
class Line:
    """One person and one course. `due` is None where nobody asks for it."""

    learner: Learner
    course: CoursePage
    standing: Standing
    today: datetime.date
    assignment: Assignment | None = None
    due: Due | None = None

    @property
    def runs_out(self) -> bool:
        until = self.standing.valid_until
        return until is not None and self.today <= until <= self.today + SOON

    @property
    def due_on(self) -> datetime.date | None:
        return self.assignment.due_on if self.assignment else None

    @property
    def order(self) -> tuple[bool, datetime.date, bool, bool, datetime.date]:
        """Certificates that run out first, then what is overdue, then what is due."""
        ends = (self.standing.valid_until if self.runs_out else None) or NEVER
        waits = self.due in {Due.OVERDUE, Due.DUE}
        by_day = (self.due_on if waits else None) or NEVER
        return (not self.runs_out, ends, self.due != Due.OVERDUE, not waits, by_day)


SHOWN: dict[Show, Callable[[Line], bool]] = {
    Show.RUNS_OUT: lambda line: line.runs_out,
    Show.OVERDUE: lambda line: line.due is Due.OVERDUE,
    Show.DUE: lambda line: line.due is Due.DUE,
    Show.DONE: lambda line: line.standing.state is State.DONE,
    Show.STARTED: lambda line: line.standing.state is State.DOING,
    Show.FAILED: lambda line: line.standing.state is State.FAILED,
    Show.NOT_STARTED: lambda line: line.standing.state is State.TO_DO,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the report is narrowed to; a course brings in those who haven't begun it."""

    course: CoursePage | None = None
    cohort: Cohort | None = None
    show: Show | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    people: int
    lines: Sequence[Line]

    def count(self, show: Show) -> int:
        return sum(map(SHOWN[show], self.lines))


def reported_courses(reader: Reader) -> list[CoursePage]:
    """Those that whoever looks may open, in order of their titles."""
    courses = readable_pages(CoursePage.objects.all(), reader)
    return list(without_texts(courses.select_related("locale")).order_by("title", "pk"))


def people_of(scope: Scope, cohort: Cohort | None = None) -> QuerySet[User]:
    people = scope.people()
    return people.filter(cohorts__cohort=cohort) if cohort else people


def report_of(scope: Scope, courses: Sequence[CoursePage], wanted: Wanted = Wanted()) -> Report:
    """The same number of queries for any number of people."""
    people = people_of(scope, wanted.cohort)
    learners = learners_of(scope, people)
    if wanted.name:
        sought = wanted.name.casefold()
        learners = [one for one in learners if sought in one.name.casefold()]
    narrowed = [course for course in courses if wanted.course in (None, course)]
    lines = lines_of(people, learners, narrowed, with_all=wanted.course is not None)
    if wanted.show:
        lines = filter(SHOWN[wanted.show], lines)
    return Report(len(learners), sorted(lines, key=lambda line: line.order))


def lines_of(
    people: QuerySet[User],
    learners: Iterable[Learner],
    courses: Sequence[CoursePage],
    *,
    with_all: bool = False,
) -> Iterable[Line]:
    """Of each person's courses that they began or are asked to do; `with_all` of all of them."""
    known = standings(people, courses)
    asked = assignments_of(people, courses)
    due = due_by_pair(asked, known)
    today = timezone.localdate()
    places = {course.pk: place for place, course in enumerate(courses)}
    begun: dict[int, set[int]] = defaultdict(set)
    for person_id, course_id in {*known, *asked}:
        begun[person_id].add(places[course_id])
    for learner in learners:
        for place in range(len(courses)) if with_all else sorted(begun[learner.pk]):
            pair = (learner.pk, courses[place].pk)
            standing = known.get(pair, NOTHING_YET)
            yield Line(learner, courses[place], standing, today, asked.get(pair), due.get(pair))
