import datetime

import pytest
import time_machine

from courses.models import Certificate, CoursePage
from courses.services.certificates import issue_certificate, revoke_certificate
from hub.access.models import AppendOnly, AuditRecord
from hub.notices.enums import Category
from hub.notices.models import Notice
from tests.factories.courses import course_with_quiz, earn_certificate, revoke, sit_quiz
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_a_certificate_keeps_name_and_title_of_its_day() -> None:
    course, user = course_with_quiz(), UserFactory(name="Siân Prŷs")
    certificate = earn_certificate(user, course)
    user.name = "Someone else"
    user.save()
    CoursePage.objects.filter(pk=course.pk).update(title="Renamed")
    certificate.refresh_from_db()
    assert (certificate.person_name, certificate.course_title) == ("Siân Prŷs", course.title)


@time_machine.travel("2026-08-31 23:30 +0000")
def test_a_certificate_lasts_whole_months_from_the_day_in_london() -> None:
    """Half past eleven in UTC is already the first of September in British summer time."""
    certificate = earn_certificate(UserFactory(), course_with_quiz())
    assert certificate.valid_until == datetime.date(2028, 9, 1)


def test_a_course_may_give_certificates_that_never_run_out() -> None:
    course = course_with_quiz()
    CoursePage.objects.filter(pk=course.pk).update(validity_months=None)
    assert earn_certificate(UserFactory(), course).valid_until is None


def test_a_certificate_is_valid_through_its_last_day() -> None:
    certificate = earn_certificate(UserFactory(), course_with_quiz())
    last = certificate.valid_until
    assert certificate.is_valid(last)
    assert not certificate.is_valid(last + datetime.timedelta(days=1))


def test_asking_again_gives_the_same_certificate() -> None:
    certificate = earn_certificate(UserFactory(), course_with_quiz())
    assert issue_certificate(attempt=certificate.attempt) == certificate


def test_a_failed_attempt_is_refused() -> None:
    attempt = sit_quiz(UserFactory(), course_with_quiz(), right=0)
    with pytest.raises(ValueError, match="passed"):
        issue_certificate(attempt=attempt)


def test_a_certificate_can_not_be_changed() -> None:
    certificate = earn_certificate(UserFactory(), course_with_quiz())
    certificate.person_name = "Someone else"
    with pytest.raises(AppendOnly):
        certificate.save()


def test_a_certificate_can_not_be_deleted() -> None:
    with pytest.raises(AppendOnly):
        earn_certificate(UserFactory(), course_with_quiz()).delete()


def test_a_revoked_certificate_keeps_its_row_and_its_first_time() -> None:
    certificate = earn_certificate(UserFactory(), course_with_quiz())
    first = revoke(certificate, "A first reason.").revoked_at
    again = revoke(certificate, "Another reason.")
    assert (again.revoked_at, again.revoked_reason) == (first, "A first reason.")
    assert not Certificate.objects.get().is_valid()


def test_a_revocation_is_recorded_once_with_who_and_why() -> None:
    certificate, trainer = earn_certificate(UserFactory(), course_with_quiz()), UserFactory()
    for _time in range(2):
        revoke_certificate(certificate=certificate, by=trainer, reason="Sat by somebody else.")
    record = AuditRecord.objects.get(action="certificate.revoked")
    assert record.subject == f"certificate {certificate.pk}"
    assert (record.person_id, record.reason) == (trainer.pk, "Sat by somebody else.")


def test_its_holder_is_told_once_and_reads_the_reason_in_the_hub_only() -> None:
    certificate = earn_certificate(UserFactory(), course_with_quiz())
    for _time in range(2):
        revoke(certificate, "Sat by somebody else.")
    notice = Notice.objects.get(person=certificate.person)
    assert (notice.category, notice.url) == (Category.ACCOUNT, certificate.get_absolute_url())
    assert notice.detail == "Sat by somebody else."
    assert "Sat by" not in notice.text


def test_codes_hold_128_bits() -> None:
    code = earn_certificate(UserFactory(), course_with_quiz()).code
    assert len(bytes.fromhex(code)) * 8 == 128
