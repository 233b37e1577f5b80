"""Continue where you left off."""

from courses.enums import State
from courses.models import CoursePage
from courses.services.progress import CourseStatus
from courses.services.status import course_statuses
from courses.wording import StepLink, step_link
from hub.access.pages import readable_pages
from hub.access.readers import Reader

SHOWN = 2


def unfinished_courses(reader: Reader) -> list[tuple[CourseStatus, StepLink]]:
    """The courses this reader started last and hasn't finished, each with its next step."""
    if not reader.is_signed_in:
        return []
    started = CoursePage.objects.started_by(reader.user_id)
    courses = list(readable_pages(started, reader).select_related("locale"))
    statuses = course_statuses(reader, courses)
    unfinished = [statuses[course.pk] for course in courses]
    shown = [status for status in unfinished if status.state is not State.DONE][:SHOWN]
    return [(status, step_link(status)) for status in shown]
