"""Reminders of courses that people are asked to do: twice before the day, once after it."""

import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.enums import Due
from courses.models import Assignment, CoursePage
from courses.services.cohorts import people_in, tell
from courses.services.due import due_of
from courses.services.standing import NOTHING_YET, standings
from hub.core.dates import long_date
from hub.notices.enums import Category
from hub.notices.models import Notice
from hub.users.models import User

FIRST, LAST = datetime.timedelta(days=14), datetime.timedelta(days=2)
DAY = datetime.timedelta(days=1)
# What is overdue for longer has been told, or nobody ran this.
LATEST = datetime.timedelta(days=14)


@transaction.atomic
def remind_of_what_is_asked() -> str:
    """About a dozen queries for each course that is due or was lately.

    The rows are held, so that two runs at once remind once. A notice tells that somebody was told;
    whether they may still open the course is asked when it is shown and mailed.
    """
    today = timezone.localdate()
    near = Assignment.objects.filter(
        due_on__lte=today + FIRST, due_on__gte=today - LATEST, course__live=True
    )
    held = near.select_for_update(of=("self",)).order_by("pk")
    told = sum(remind(asked, today) for asked in held.select_related("course", "cohort", "person"))
    return f"{told} reminded"


def remind(asked: Assignment, today: datetime.date) -> int:
    people = list(waiting(asked, today) - told_since(asked, stage(asked.due_on, today)))
    if people:
        tell(asked, people, words(asked, today))
    return len(people)


def stage(due_on: datetime.date, today: datetime.date) -> datetime.date:
    """The first day of the reminder that is due now."""
    starts = (due_on - FIRST, due_on - LAST, due_on + DAY)
    return max(day for day in starts if day <= today)


def words(asked: Assignment, today: datetime.date) -> str:
    said = {"course": asked.course.title, "day": long_date(asked.due_on)}
    if asked.due_on < today:
        return _("“%(course)s” was to be done by %(day)s") % said
    return _("“%(course)s” is to be done by %(day)s") % said


def told_since(asked: Assignment, day: datetime.date) -> set[int]:
    about = Notice.objects.about(CoursePage.kind_name, asked.course_id)
    told = about.filter(category=Category.TASK, url=asked.address, created_at__date__gte=day)
    return set(told.values_list("person_id", flat=True))


def waiting(asked: Assignment, today: datetime.date) -> set[int]:
    """Those who are still asked and haven't done it."""
    people = people_asked(asked)
    known = standings(people, [asked.course])
    return {
        pk
        for pk in people.values_list("pk", flat=True)
        if due_of(asked, known.get((pk, asked.course_id), NOTHING_YET), today) is not Due.MET
    }


def people_asked(asked: Assignment) -> QuerySet[User]:
    if asked.cohort:
        return people_in(asked.cohort)
    return User.objects.filter(pk=asked.person_id or 0, is_active=True)
