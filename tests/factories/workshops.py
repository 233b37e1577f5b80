"""Workshops, people who book them, and trainers."""

import datetime
from typing import Any

from django.utils import timezone

from courses.models import Booking, CoursePage, Workshop
from courses.services.bookings import book
from hub.access.enums import Role
from hub.users.models import User
from tests.factories.courses import course_with_quiz, make_course
from tests.factories.people import UserFactory, with_role

DAY = datetime.timedelta(days=1)
HOUR = datetime.timedelta(hours=1)


def trainer(**fields: Any) -> User:
    return with_role(UserFactory(**fields), Role.TRAINER)


def make_workshop(course: CoursePage | None = None, **fields: Any) -> Workshop:
    """In ten days, for two hours, in a room; `starts_at` moves its end too."""
    starts_at = fields.pop("starts_at", timezone.now() + 10 * DAY)
    given = {
        "title": "Practise the first conversation",
        "place": "Room 2, Town Hall",
        "capacity": 2,
        "ends_at": starts_at + 2 * HOUR,
    } | fields
    given.setdefault("trainer", trainer())
    return Workshop.objects.create(course=course or make_course(1), starts_at=starts_at, **given)


def begun(workshop: Workshop, ago: datetime.timedelta = HOUR) -> Workshop:
    """The same workshop, now that it has begun."""
    length = workshop.ends_at - workshop.starts_at
    starts_at = timezone.now() - ago
    Workshop.objects.filter(pk=workshop.pk).update(starts_at=starts_at, ends_at=starts_at + length)
    workshop.refresh_from_db()
    return workshop


def booked(workshop: Workshop, person: User | None = None) -> Booking:
    return book(person=person or UserFactory(), workshop=workshop)


def course_asking_for(
    *, attendance: bool = False, sign_off: bool = False, **fields: Any
) -> CoursePage:
    """With a quiz of one question, and what a trainer has to say."""
    course = course_with_quiz(questions=1, **fields)
    CoursePage.objects.filter(pk=course.pk).update(
        needs_attendance=attendance, needs_sign_off=sign_off
    )
    return CoursePage.objects.get(pk=course.pk)
