"""The learning record (CPD): courses that somebody finished, and what they wrote themselves."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from courses.durations import duration
from courses.enums import Activity, State
from courses.models import (
    Booking,
    Certificate,
    CoursePage,
    LessonPage,
    LessonView,
    RecordEntry,
    Workshop,
)
from courses.services.status import course_statuses
from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.users.models import User

COURSE = "course"


@dataclass(frozen=True, slots=True)
class Period:
    """Both days count; None is no bound."""

    since: datetime.date | None = None
    until: datetime.date | None = None

    def holds(self, day: datetime.date) -> bool:
        after = self.since is None or day >= self.since
        return after and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that somebody did to learn. `entry` is there where they wrote it themselves."""

    day: datetime.date
    activity: str
    title: str
    minutes: int
    learned: str = ""
    will_change: str = ""
    url: str = ""
    entry: RecordEntry | None = None

    @property
    def time(self) -> str:
        return duration(self.minutes)

    @property
    def activity_label(self) -> str:
        return _("Course") if self.activity == COURSE else str(Activity(self.activity).label)


@dataclass(frozen=True, slots=True)
class Record:
    """Newest first."""

    period: Period
    lines: Sequence[Line] = field(default_factory=tuple)

    @property
    def minutes(self) -> int:
        return sum(line.minutes for line in self.lines)

    @property
    def time(self) -> str:
        return duration(self.minutes) or _("No time")

    @property
    def totals(self) -> list[tuple[str, str]]:
        """Each activity that occurs, with the time that it took."""
        minutes: dict[str, int] = defaultdict(int)
        for line in self.lines:
            minutes[line.activity_label] += line.minutes
        return [(name, duration(total)) for name, total in sorted(minutes.items())]


def record_of(reader: Reader, period: Period) -> Record:
    """Five queries, and those of `course_statuses` where courses without a quiz were started.

    As many for a long record as for a short one.
    """
    every = [*certified(reader), *completed(reader), *attended(reader), *written(reader)]
    lines = [line for line in every if period.holds(line.day)]
    return Record(period, sorted(lines, key=lambda line: line.day, reverse=True))


def certified(reader: Reader) -> Iterator[Line]:
    """Each certificate, so that a renewal adds a line. What was revoked is no proof."""
    certificates = Certificate.objects.of(reader.user_id).standing().select_related("course")
    minutes = minutes_of({found.course for found in certificates})
    for found in certificates:
        yield Line(
            day=timezone.localdate(found.issued_at),
            activity=COURSE,
            title=found.course_title,
            minutes=minutes[found.course_id],
            url=found.get_absolute_url(),
        )


def completed(reader: Reader) -> Iterator[Line]:
    """Courses without a final quiz, which give no certificate, by the day of their last lesson."""
    started = CoursePage.objects.started_by(reader.user_id).without_final_quiz()
    courses = list(readable_pages(started, reader).select_related("locale"))
    if not courses:
        return
    minutes = minutes_of(courses)
    views = LessonView.objects.of(reader.user_id)
    done_at = {pk: at for pk, at in views.values_list("lesson_id", "completed_at") if at}
    for status in course_statuses(reader, courses).values():
        # One that only asks for a workshop has no lessons: the workshop is its line.
        if status.state is State.DONE and status.lessons:
            last = max(done_at[item.lesson.pk] for item in status.lessons)
            yield Line(
                day=timezone.localdate(last),
                activity=COURSE,
                title=status.course.title,
                minutes=minutes[status.course.pk],
                url=status.course.url or "",
            )


def attended(reader: Reader) -> Iterator[Line]:
    """Workshops that a trainer has ticked, as long as the course is open to who came."""
    mine = Booking.objects.of(reader.user_id).attended().select_related("workshop")
    for booking in mine.filter(workshop__in=Workshop.objects.readable_by(reader)):
        workshop = booking.workshop
        yield Line(
            day=timezone.localdate(workshop.starts_at),
            activity=Activity.EVENT,
            title=workshop.title,
            minutes=workshop.minutes,
            url=workshop.get_absolute_url(),
        )


def written(reader: Reader) -> Iterator[Line]:
    for entry in RecordEntry.objects.of(reader.user_id):
        yield Line(
            day=entry.day,
            activity=entry.activity,
            title=entry.title,
            minutes=entry.minutes,
            learned=entry.learned,
            will_change=entry.will_change,
            url=entry.get_absolute_url(),
            entry=entry,
        )


def minutes_of(courses: Collection[CoursePage]) -> dict[int, int]:
    """By the course's id: what a professional body counts, else what its lessons take together."""
    lessons = LessonPage.objects.below(courses).live().order_by()
    minutes = list(lessons.values_list("path", "minutes"))
    return {course.pk: counted(course, minutes) for course in courses}


def counted(course: CoursePage, lessons: Iterable[tuple[str, int]]) -> int:
    if course.accreditation_hours is not None:
        return round(course.accreditation_hours * 60)
    return sum(taken for path, taken in lessons if path.startswith(course.path)) or course.minutes


def write_entry(*, person: User, entry: RecordEntry | None, **said: object) -> RecordEntry:
    """Adds an entry, or changes one of theirs."""
    written = entry or RecordEntry(person=person)
    for name, value in said.items():
        setattr(written, name, value)
    written.save()
    return written


def remove_entry(*, entry: RecordEntry) -> None:
    entry.delete()
