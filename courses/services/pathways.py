"""How far someone is on a pathway: what its courses say, in their order."""

from dataclasses import dataclass

from courses.enums import State
from courses.models import CourseIndexPage, CoursePage, PathwayPage
from courses.services.progress import CourseStatus
from courses.services.status import course_statuses
from hub.access.pages import readable_pages
from hub.access.readers import Reader


@dataclass(frozen=True, slots=True)
class PathwayStatus:
    courses: tuple[CourseStatus, ...]

    @property
    def done(self) -> int:
        return sum(status.state is State.DONE for status in self.courses)

    @property
    def total(self) -> int:
        return len(self.courses)

    @property
    def minutes(self) -> int:
        return sum(status.course.minutes for status in self.courses)

    @property
    def begun(self) -> bool:
        return any(status.enrolled for status in self.courses)

    @property
    def next(self) -> CourseStatus | None:
        """The first that isn't done; None where all are."""
        return next((some for some in self.courses if some.state is not State.DONE), None)


def pathway_status(reader: Reader, pathway: PathwayPage) -> PathwayStatus:
    """Courses that the reader may open, in order. One query beside those of `course_statuses`."""
    order = [step.course_id for step in pathway.steps.all()]
    courses = readable_pages(CoursePage.objects.filter(pk__in=order), reader)
    statuses = course_statuses(reader, sorted(courses, key=lambda course: order.index(course.pk)))
    return PathwayStatus(tuple(statuses.values()))


def pathways_in(index: CourseIndexPage, reader: Reader) -> list[PathwayPage]:
    """One query."""
    found = PathwayPage.objects.child_of(index).order_by("title")
    return list(readable_pages(found, reader))
