"""When a passed quiz becomes a certificate: at once, or with the last thing that was missing."""

import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from courses.models import Attempt, Certificate, CoursePage, Enrolment
from courses.querysets.learning import AttemptQuerySet
from courses.services.certificates import issue_certificate
from courses.services.status import course_status
from hub.access.readers import reader_for
from hub.notices.enums import Category
from hub.notices.services import notify


def hold_enrolment(person_id: int, course: CoursePage) -> None:
    """Keeps others who would certify this person here waiting until the transaction ends."""
    list(Enrolment.objects.of(person_id).filter(course=course).select_for_update())


def certified_since(person_id: int, course: CoursePage, moment: datetime.datetime) -> bool:
    """Whether a certificate that stands may rest on something of that moment."""
    issued = Certificate.objects.of(person_id).standing().filter(course=course)
    return issued.filter(issued_at__gte=moment).exists()


@transaction.atomic
def certify(*, attempt: Attempt) -> Certificate | None:
    """Issues the certificate of a passed attempt, or None while the course asks for more.

    The enrolment's row is locked, so that of two things that come at once the second sees the
    first: the certificate is issued, and once.
    """
    course = attempt.quiz.course
    if course.needs_attendance or course.needs_sign_off:
        hold_enrolment(attempt.person_id, course)
        if course_status(reader_for(attempt.person), course).unmet:
            return None
    return issue_certificate(attempt=attempt)


@transaction.atomic
def certify_waiting(*, person_id: int, course: CoursePage) -> Certificate | None:
    """Issues what waited for a trainer's word, and tells its holder. None where nothing did."""
    hold_enrolment(person_id, course)
    attempt = waiting_attempts().of(person_id).filter(quiz__course=course).last()
    certificate = certify(attempt=attempt) if attempt else None
    if certificate:
        words = {"course": certificate.course_title}
        notify(
            people=[person_id],
            category=Category.TASK,
            text=_("You have completed “%(course)s”. See your certificate") % words,
            url=certificate.get_absolute_url(),
        )
    return certificate


def waiting_attempts() -> AttemptQuerySet:
    """Passed, and no certificate yet, nor a later one that proves the same."""
    later = Certificate.objects.filter(
        person=OuterRef("person"),
        course=OuterRef("quiz__course"),
        issued_at__gte=OuterRef("started_at"),
    )
    passed = Attempt.objects.submitted().filter(passed=True, certificate=None)
    waiting: AttemptQuerySet = passed.exclude(Exists(later)).order_by("submitted_at")
    return waiting.select_related("quiz__course", "person")
