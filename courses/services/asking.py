"""Asking people three months after they finished a course, once."""

import datetime
from collections import defaultdict
from collections.abc import Iterator

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.enums import Moment
from courses.models import Certificate, CoursePage, LessonView, SurveyAnswer
from courses.services.status import course_statuses
from courses.services.surveys import THREE_MONTHS, moment_of
from hub.access.pages import readable_pages
from hub.access.readers import reader_for
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User

# Whoever finished longer ago, when nobody asked yet, isn't asked any more.
WINDOW = datetime.timedelta(days=28)


def ask_after_three_months() -> str:
    """A query for the certificates, one for each course without a quiz, a status for each person.

    A row is written before anybody is told, so that two runs at once ask once.
    """
    waiting: dict[int, set[int]] = defaultdict(set)
    since = timezone.now() - WINDOW
    asked = SurveyAnswer.objects.filter(moment=Moment.LATER, asked_at__gte=since)
    known = set(asked.values_list("person_id", "course_id"))
    for person_id, course_id in set(candidates()) - known:
        waiting[person_id].add(course_id)
    people = User.objects.filter(is_active=True).in_bulk(list(waiting))
    return f"{sum(ask(people[pk], waiting[pk]) for pk in people)} asked"


def candidates() -> Iterator[tuple[int, int]]:
    """Person and course, where something of three months ago may be the end of it."""
    until = timezone.now() - THREE_MONTHS
    window = (until - WINDOW, until)
    newest = Certificate.objects.standing().newest().filter(issued_at__range=window)
    yield from newest.values_list("person_id", "course_id")
    for course in CoursePage.objects.live().without_final_quiz():
        yield from ((person_id, course.pk) for person_id in finished_in(course, window))


def finished_in(
    course: CoursePage, window: tuple[datetime.datetime, datetime.datetime]
) -> set[int]:
    views = LessonView.objects.filter(lesson__path__startswith=course.path)
    last = views.values("person").annotate(last=Max("completed_at"))
    return set(last.filter(last__range=window).values_list("person", flat=True))


@transaction.atomic
def ask(person: User, course_ids: set[int]) -> int:
    reader = reader_for(person)
    courses = list(readable_pages(CoursePage.objects.filter(pk__in=course_ids), reader))
    told = 0
    for status in course_statuses(reader, courses).values():
        found = moment_of(status)
        if found is None or found[0] is not Moment.LATER:
            continue
        _row, is_new = SurveyAnswer.objects.get_or_create(
            person=person,
            course=status.course,
            moment=Moment.LATER,
            cycle=found[1],
            defaults={"asked_at": timezone.now()},
        )
        told += tell(person, status.course) if is_new else 0
    return told


def tell(person: User, course: CoursePage) -> int:
    return len(
        notify(
            people=[person.pk],
            category=Category.SURVEY,
            text=_("Does “%(course)s” help at work? Two quick questions")
            % {"course": course.title},
            url=reverse("courses:survey", args=[course.pk]),
            kind=CoursePage.kind_name,
            object_id=course.pk,
        )
    )
