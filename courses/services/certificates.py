"""Proof. Certificates are issued and revoked, never changed."""

from django.db import transaction
from django.utils import timezone

from courses.models import Attempt, Certificate
from hub.core.dates import add_months


@transaction.atomic
def issue_certificate(*, attempt: Attempt) -> Certificate:
    """For a passed attempt; asking again gives the same one. Raises ValueError otherwise."""
    if not attempt.passed:
        raise ValueError("Only a passed attempt earns a certificate")
    course = attempt.quiz.course
    today = timezone.localdate()
    months = course.validity_months
    certificate, _ = Certificate.objects.get_or_create(
        attempt=attempt,
        defaults={
            "person": attempt.person,
            "course": course,
            "person_name": attempt.person.get_full_name(),
            "course_title": course.title,
            "valid_until": add_months(today, months) if months else None,
        },
    )
    return certificate


@transaction.atomic
def revoke_certificate(*, certificate: Certificate) -> Certificate:
    """From now on the public page can't confirm it. The row and the first time stay."""
    Certificate.objects.standing().filter(pk=certificate.pk).update(revoked_at=timezone.now())
    certificate.refresh_from_db()
    return certificate
