"""Scheduled work of this app."""

import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import Booking, Certificate, CoursePage, Refresher, SignOff, Workshop
from courses.models.refresher import week_of
from courses.services.bookings import tell
from courses.services.certifying import certify_waiting, waiting_attempts
from courses.services.progress import RENEWAL, renew_from
from courses.services.refreshing import SERIES, is_running, next_item
from courses.wording_workshops import day_and_time
from hub.access.readers import reader_for
from hub.core.dates import long_date
from hub.notices.enums import Category
from hub.notices.models import Notice, Subscription
from hub.notices.services import notify

# The second reminder; the first goes out when renewing becomes possible.
LAST_CALL = datetime.timedelta(days=14)

# How long before a workshop people are reminded of it.
BEFORE = (datetime.timedelta(days=7), datetime.timedelta(days=1))

# Monday's notices of weekly questions wait for the working day.
MORNING = 8


@transaction.atomic
def remind_of_certificates() -> str:
    """Tells people whose certificates run out soon: when they may renew, and once more at the end.

    One query for the certificates and two for each; they are held, so that two runs at once remind
    once. A course that isn't live any more can't be renewed.
    """
    today = timezone.localdate()
    soon = Certificate.objects.valid(today).newest().filter(valid_until__lte=today + RENEWAL)
    due = soon.filter(course__live=True).select_for_update(of=("self",))
    told = sum(remind(certificate, today) for certificate in due)
    return f"{told} reminded"


def remind(certificate: Certificate, today: datetime.date) -> int:
    url, until = certificate.get_absolute_url(), certificate.valid_until
    first, last = renew_from(certificate), until - LAST_CALL
    since = last if first < last <= today else first
    if today < since:
        return 0
    told = Notice.objects.filter(person_id=certificate.person_id, url=url)
    if told.filter(created_at__date__gte=since).exists():
        return 0
    words = {"course": certificate.course_title, "day": long_date(until)}
    notify(
        people=[certificate.person_id],
        category=Category.TASK,
        text=_("Your certificate for “%(course)s” runs out on %(day)s. Renew it now") % words,
        url=url,
    )
    return 1


@transaction.atomic
def remind_of_workshops() -> str:
    """Tells who has a seat a week and a day before, unless they stopped following the course.

    A few queries for each workshop that is near; their rows are held, so that two runs at once
    remind once.
    """
    now = timezone.now()
    near = Workshop.objects.standing().filter(starts_at__gt=now, starts_at__lte=now + max(BEFORE))
    told = sum(remind_of(workshop, now) for workshop in near.select_for_update())
    return f"{told} reminded"


def remind_of(workshop: Workshop, now: datetime.datetime) -> int:
    """Who booked after the moment of a reminder, or had it, doesn't get it."""
    passed = max(at for at in moments(workshop) if at <= now)
    follow = Subscription.objects.of(CoursePage.kind_name, workshop.course_id)
    seats = Booking.objects.filter(workshop=workshop, asked_at__lt=passed).booked()
    seats = seats.filter(person__in=follow.values("person"))
    due = [one for one in seats if one.reminded_at is None or one.reminded_at < passed]
    text = _("You have a seat: “%(workshop)s”, %(when)s")
    words = {"workshop": workshop.title, "when": day_and_time(workshop.starts_at)}
    tell(workshop, [one.person_id for one in due], text % words)
    Booking.objects.filter(pk__in=[one.pk for one in due]).update(reminded_at=now)
    return len(due)


def moments(workshop: Workshop) -> list[datetime.datetime]:
    return [workshop.starts_at - before for before in BEFORE]


def issue_what_waits() -> str:
    """Certificates of courses that ask for less by now. Others come with the last thing missing."""
    person, course = OuterRef("person"), OuterRef("quiz__course")
    signed = SignOff.objects.standing().filter(person=person, course=course, is_ready=True)
    came = Booking.objects.attended().filter(person=person, workshop__course=course)
    likely = waiting_attempts().filter(
        Q(quiz__course__needs_sign_off=False) | Exists(signed),
        Q(quiz__course__needs_attendance=False) | Exists(came),
    )
    issued = 0
    for attempt in likely.iterator():
        course = attempt.quiz.course
        issued += certify_waiting(person_id=attempt.person_id, course=course) is not None
    return f"{issued} issued"


def tell_of_weekly_questions() -> str:
    """Once a week to each person whose questions run and have something due.

    Each is looked at once a week, which costs some twenty queries. What was looked at is marked
    first, in its own statement, so that two runs at once tell once.
    """
    week = week_of(timezone.localdate())
    if timezone.localtime().hour < MORNING:
        return "too early"
    waiting = Refresher.objects.filter(Q(told_week=None) | Q(told_week__lt=week))
    told = sum(
        tell_of_questions(refresher, week)
        for refresher in waiting.select_related("person").iterator()
    )
    return f"{told} told"


@transaction.atomic
def tell_of_questions(refresher: Refresher, week: datetime.date) -> int:
    same = Refresher.objects.filter(pk=refresher.pk, told_week=refresher.told_week)
    if not same.update(told_week=week) or not is_running(refresher):
        return 0
    if next_item(reader_for(refresher.person), refresher) is None:
        return 0
    told = notify(
        people=[refresher.person_id],
        category=Category.TASK,
        text=_("Your short questions of this week are ready"),
        url=reverse("courses:refresh"),
        kind=SERIES,
        object_id=refresher.pk,
    )
    return len(told)
