"""A certificate is renewed by passing again, and the one before stays where it was."""

import datetime

import pytest
import time_machine

from courses.enums import State
from courses.errors import AlreadyPassed, NoAttemptsLeft
from courses.models import Certificate, CoursePage, Quiz
from courses.services.attempts import start_attempt
from courses.services.progress import Action, renew_from
from courses.services.status import course_status
from courses.ticks import remind_of_certificates
from courses.wording import step_link, validity
from hub.access.readers import reader_for
from hub.core.dates import add_months
from hub.notices.models import Notice
from tests.factories.courses import course_with_quiz, earn_certificate, quiz_of, revoke, sit_quiz
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


@pytest.fixture
def certificate() -> Certificate:
    """It runs out on 1 March 2028, and may be renewed from 1 January."""
    with time_machine.travel("2026-03-01 12:00 +0000"):
        return earn_certificate(UserFactory(), course_with_quiz())


def on(day: datetime.date) -> time_machine.travel:
    moment = datetime.datetime.combine(day, datetime.time(12), tzinfo=datetime.UTC)
    return time_machine.travel(moment)


def status_of(certificate: Certificate) -> object:
    return course_status(reader_for(certificate.person), certificate.course)


def start(certificate: Certificate) -> None:
    start_attempt(reader=reader_for(certificate.person), quiz=quiz_of(certificate.course))


def test_the_day_before_the_last_sixty_is_too_early(certificate: Certificate) -> None:
    with on(certificate.valid_until - 61 * DAY), pytest.raises(AlreadyPassed):
        start(certificate)


def test_sixty_days_before_it_runs_out_the_quiz_opens_again(certificate: Certificate) -> None:
    with on(certificate.valid_until - 60 * DAY):
        status = status_of(certificate)
        assert (status.state, status.next_step.action) == (State.DONE, Action.QUIZ)
        assert step_link(status).text == "Renew your certificate"
        start(certificate)


def test_words_say_how_long_it_is_valid_and_from_when_it_may_be_renewed(
    certificate: Certificate,
) -> None:
    until = certificate.valid_until
    with on(until - 100 * DAY):
        assert validity(status_of(certificate)) == (
            "Certificate valid until 1 March 2028. You can renew it from 1 January 2028."
        )
    with on(until):
        assert "Pass the quiz again to renew it" in validity(status_of(certificate))
    with on(until + DAY):
        assert "ran out on 1 March 2028" in validity(status_of(certificate))


def test_a_renewal_adds_a_certificate_and_loses_no_days(certificate: Certificate) -> None:
    with on(certificate.valid_until - 30 * DAY):
        again = earn_certificate(certificate.person, certificate.course)
        assert again.valid_until == add_months(certificate.valid_until, 24)
        assert not status_of(certificate).may_renew
    assert Certificate.objects.of(certificate.person_id).count() == 2
    certificate.refresh_from_db()
    assert certificate.valid_until == datetime.date(2028, 3, 1)


def test_after_it_ran_out_the_new_one_counts_from_the_day(certificate: Certificate) -> None:
    with on(certificate.valid_until + 10 * DAY):
        again = earn_certificate(certificate.person, certificate.course)
    assert again.valid_until == datetime.date(2030, 3, 11)


def test_a_failed_renewal_leaves_the_certificate_valid(certificate: Certificate) -> None:
    with on(certificate.valid_until - 30 * DAY):
        sit_quiz(certificate.person, certificate.course, right=0)
        status = status_of(certificate)
        assert (status.state, status.certificate) == (State.DONE, certificate)
        assert status.quiz.may_start


def test_a_renewal_has_the_attempts_of_a_new_round(certificate: Certificate) -> None:
    Quiz.objects.filter(course=certificate.course).update(attempts_allowed=1)
    with on(certificate.valid_until - 30 * DAY):
        sit_quiz(certificate.person, certificate.course, right=0)
        with pytest.raises(NoAttemptsLeft):
            start(certificate)


def test_a_short_certificate_can_not_be_renewed_at_once() -> None:
    course = course_with_quiz()
    CoursePage.objects.filter(pk=course.pk).update(validity_months=1)
    course.refresh_from_db()
    with time_machine.travel("2026-04-01 12:00 +0000"):
        certificate = earn_certificate(UserFactory(), course)
    assert renew_from(certificate) == datetime.date(2026, 4, 16)


def test_people_are_reminded_twice_and_not_each_day(certificate: Certificate) -> None:
    told = []
    for left in (61, 60, 59, 15, 14, 13, 0):
        with on(certificate.valid_until - left * DAY):
            remind_of_certificates()
            told.append(Notice.objects.filter(person=certificate.person).count())
    assert told == [0, 1, 1, 1, 2, 2, 2]
    notice = Notice.objects.first()
    assert "1 March 2028" in notice.text
    assert notice.url == certificate.get_absolute_url()


def test_nobody_is_reminded_of_what_is_renewed_revoked_or_over(certificate: Certificate) -> None:
    other = Certificate.objects.get(pk=certificate.pk)
    with on(certificate.valid_until + DAY):
        assert remind_of_certificates() == "0 reminded"
    with on(certificate.valid_until - 30 * DAY):
        earn_certificate(other.person, other.course)
        assert remind_of_certificates() == "0 reminded"


def test_nobody_is_reminded_of_a_revoked_one(certificate: Certificate) -> None:
    with on(certificate.valid_until - 30 * DAY):
        revoke(certificate)
        assert remind_of_certificates() == "0 reminded"


def test_nobody_is_sent_to_a_course_that_is_gone(certificate: Certificate) -> None:
    CoursePage.objects.filter(pk=certificate.course_id).update(live=False)
    with on(certificate.valid_until - 30 * DAY):
        assert remind_of_certificates() == "0 reminded"
