"""Proof. Certificates are issued and revoked, never changed."""

import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import Attempt, Certificate, CoursePage
from hub.access.services import record_audit
from hub.core.dates import add_months
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.models import User


@transaction.atomic
def issue_certificate(*, attempt: Attempt) -> Certificate:
    """For a passed attempt at a final quiz; asking again gives the same one.

    Raises ValueError otherwise. A renewal adds a certificate; the one before stays.
    """
    if not (attempt.passed and attempt.quiz.is_final):
        raise ValueError("Only a passed attempt at a final quiz earns a certificate")
    course = attempt.quiz.course
    certificate, _created = Certificate.objects.get_or_create(
        attempt=attempt,
        defaults={
            "person": attempt.person,
            "course": course,
            "person_name": attempt.person.get_full_name(),
            "course_title": course.title,
            "valid_until": end_of_validity(attempt.person_id, course),
        },
    )
    return certificate


def end_of_validity(person_id: int, course: CoursePage) -> datetime.date | None:
    """Counted from the end of the certificate that it renews: nobody loses days by being early."""
    today = timezone.localdate()
    if not course.validity_months:
        return None
    valid = Certificate.objects.of(person_id).filter(course=course).valid(today)
    ends = valid.exclude(valid_until=None).aggregate(last=Max("valid_until"))["last"]
    return add_months(ends or today, course.validity_months)


@transaction.atomic
def revoke_certificate(*, certificate: Certificate, by: User, reason: str) -> Certificate:
    """From now on it proves nothing. Recorded, and its holder is told, once; the row stays.

    The reason is for the holder and for whoever revokes: the public page never says it.
    """
    standing = Certificate.objects.standing().filter(pk=certificate.pk)
    revoked = standing.update(revoked_at=timezone.now(), revoked_by=by, revoked_reason=reason)
    certificate.refresh_from_db()
    if revoked:
        subject = f"certificate {certificate.pk}"
        record_audit(action="certificate.revoked", subject=subject, person_id=by.pk, reason=reason)
        notify(
            people=[certificate.person_id],
            category=Category.ACCOUNT,
            text=_("A certificate of yours is no longer valid. Its page says why"),
            detail=reason,
            url=certificate.get_absolute_url(),
        )
    return certificate
