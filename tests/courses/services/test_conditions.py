"""What a course asks beside its quiz, and when the certificate comes."""

import pytest
import time_machine
from django.utils import timezone

from courses.enums import State
from courses.errors import AlreadyPassed, CertificateStands, OwnSignOff
from courses.models import Booking, Certificate, CoursePage, SignOff
from courses.services.attempts import start_attempt
from courses.services.attendance import mark_attendance
from courses.services.certificates import revoke_certificate
from courses.services.progress import Action, Asked, CourseStatus
from courses.services.signing_off import sign_off, take_back
from courses.services.status import course_status
from hub.access.models import AuditRecord
from hub.access.readers import reader_for
from hub.notices.models import Notice
from hub.users.models import User
from tests.factories.courses import finish_lessons, quiz_of, sit_quiz
from tests.factories.people import UserFactory
from tests.factories.workshops import DAY, begun, booked, course_asking_for, make_workshop, trainer

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return UserFactory()


def status_of(user: User, course: CoursePage) -> CourseStatus:
    return course_status(reader_for(user), course)


def states(user: User, course: CoursePage) -> list[tuple[Asked, State]]:
    return [(one.asks, one.state) for one in status_of(user, course).conditions]


def come_to_one(user: User, course: CoursePage, *, came: bool = True) -> Booking:
    booking = booked(make_workshop(course), user)
    mark(booking, came=came)
    return booking


def mark(booking: Booking, *, came: bool) -> list[Booking]:
    booking.workshop = begun(booking.workshop)
    return mark_attendance(
        workshop=booking.workshop,
        listed=[booking.pk],
        came=[booking.pk] if came else [],
        by_id=booking.workshop.trainer_id,
        is_complete=True,
    )


def pass_quiz(user: User, course: CoursePage) -> None:
    assert sit_quiz(user, course, right=1).passed


def certificates(user: User) -> int:
    return Certificate.objects.of(user.pk).count()


def test_a_course_that_asks_for_nothing_more_has_no_conditions(user: User) -> None:
    course = course_asking_for()
    assert status_of(user, course).conditions == ()


def test_attendance_goes_from_to_do_over_a_seat_to_done(user: User) -> None:
    course = course_asking_for(attendance=True)
    assert states(user, course) == [(Asked.ATTENDANCE, State.TO_DO)]
    booking = booked(make_workshop(course), user)
    assert states(user, course) == [(Asked.ATTENDANCE, State.DOING)]
    mark(booking, came=True)
    assert states(user, course) == [(Asked.ATTENDANCE, State.DONE)]


def test_who_did_not_come_has_failed_until_they_book_another(user: User) -> None:
    course = course_asking_for(attendance=True)
    come_to_one(user, course, came=False)
    assert states(user, course) == [(Asked.ATTENDANCE, State.FAILED)]
    booked(make_workshop(course), user)
    assert states(user, course) == [(Asked.ATTENDANCE, State.DOING)]


def test_a_place_on_the_waiting_list_is_no_start(user: User) -> None:
    course = course_asking_for(attendance=True)
    workshop = make_workshop(course, capacity=1)
    booked(workshop)
    booked(workshop, user)
    assert states(user, course) == [(Asked.ATTENDANCE, State.TO_DO)]


def test_the_newest_sign_off_counts(user: User) -> None:
    course, by = course_asking_for(sign_off=True), trainer()
    assert states(user, course) == [(Asked.SIGN_OFF, State.TO_DO)]
    sign_off(person=user, course=course, by=by, is_ready=False, note="Ask open questions.")
    condition = status_of(user, course).conditions[0]
    assert (condition.state, condition.note) == (State.FAILED, "Ask open questions.")
    sign_off(person=user, course=course, by=by)
    assert states(user, course) == [(Asked.SIGN_OFF, State.DONE)]


def test_a_passed_quiz_waits_and_is_not_taken_again(user: User) -> None:
    course = course_asking_for(attendance=True)
    pass_quiz(user, course)
    status = status_of(user, course)
    assert (certificates(user), status.state) == (0, State.DOING)
    assert status.quiz
    assert status.quiz.state is State.DONE
    assert status.next_step.action is Action.WORKSHOP
    with pytest.raises(AlreadyPassed):
        start_attempt(reader=reader_for(user), quiz=quiz_of(course))


@pytest.mark.parametrize("order", ["qas", "qsa", "aqs", "asq", "sqa", "saq"])
def test_the_last_of_all_issues_one_certificate(user: User, order: str) -> None:
    """Whichever comes last: quiz, attendance or sign-off."""
    course, by = course_asking_for(attendance=True, sign_off=True), trainer()
    steps = {
        "q": lambda: pass_quiz(user, course),
        "a": lambda: come_to_one(user, course),
        "s": lambda: sign_off(person=user, course=course, by=by),
    }
    counts = []
    for step in order:
        steps[step]()
        counts.append(certificates(user))
    assert counts == [0, 0, 1]
    assert status_of(user, course).state is State.DONE


def test_more_of_the_same_adds_no_certificate(user: User) -> None:
    course, by = course_asking_for(attendance=True, sign_off=True), trainer()
    pass_quiz(user, course)
    come_to_one(user, course)
    for _twice in range(2):
        sign_off(person=user, course=course, by=by)
    come_to_one(user, course)
    assert certificates(user) == 1


def test_who_waited_is_told_of_the_certificate_once(user: User) -> None:
    course = course_asking_for(sign_off=True)
    pass_quiz(user, course)
    sign_off(person=user, course=course, by=trainer())
    notice = Notice.objects.get(person=user)
    assert notice.url == Certificate.objects.get().get_absolute_url()


def test_a_sign_off_is_taken_back_before_a_certificate_and_not_after(user: User) -> None:
    course, by = course_asking_for(sign_off=True), trainer()
    first = sign_off(person=user, course=course, by=by)
    take_back(given=first, by=by)
    assert states(user, course) == [(Asked.SIGN_OFF, State.TO_DO)]
    pass_quiz(user, course)
    assert certificates(user) == 0
    second = sign_off(person=user, course=course, by=by)
    with pytest.raises(CertificateStands):
        take_back(given=second, by=by)


def test_signing_off_and_taking_back_are_recorded(user: User) -> None:
    by = trainer()
    given = sign_off(person=user, course=course_asking_for(sign_off=True), by=by)
    take_back(given=given, by=by)
    actions = AuditRecord.objects.filter(subject=f"sign-off {given.pk}", person_id=by.pk)
    assert sorted(actions.values_list("action", flat=True)) == [
        "sign_off.given",
        "sign_off.taken_back",
    ]


def test_nobody_signs_themselves_off(user: User) -> None:
    with pytest.raises(OwnSignOff):
        sign_off(person=user, course=course_asking_for(sign_off=True), by=user)
    assert not SignOff.objects.exists()


def test_a_tick_that_a_certificate_rests_on_stays(user: User) -> None:
    course = course_asking_for(attendance=True)
    booking = come_to_one(user, course)
    pass_quiz(user, course)
    assert mark(booking, came=False) == [booking]
    booking.refresh_from_db()
    assert booking.came is True


def test_a_renewal_asks_for_all_again(user: User) -> None:
    course = course_asking_for(attendance=True, sign_off=True, lessons=1)
    CoursePage.objects.filter(pk=course.pk).update(validity_months=12)
    course.refresh_from_db()
    come_to_one(user, course)
    sign_off(person=user, course=course, by=trainer())
    pass_quiz(user, course)
    until = Certificate.objects.get().valid_until
    assert {state for _asks, state in states(user, course)} == {State.DONE}
    with time_machine.travel(timezone.now().replace(year=until.year, month=until.month)):
        assert {state for _asks, state in states(user, course)} == {State.TO_DO}
        assert status_of(user, course).state is not State.FAILED
        pass_quiz(user, course)
        assert certificates(user) == 1
        come_to_one(user, course)
        sign_off(person=user, course=course, by=trainer())
        assert certificates(user) == 2


def test_after_a_revoked_certificate_all_is_asked_again(user: User) -> None:
    course = course_asking_for(attendance=True)
    come_to_one(user, course)
    pass_quiz(user, course)
    revoke_certificate(certificate=Certificate.objects.get(), by=trainer(), reason="By mistake.")
    assert states(user, course) == [(Asked.ATTENDANCE, State.TO_DO)]


def test_a_course_of_one_workshop_alone_is_done_by_coming(user: User) -> None:
    course = course_asking_for(attendance=True, lessons=0)
    quiz_of(course).delete()
    course = CoursePage.objects.get(pk=course.pk)
    assert status_of(user, course).state is State.TO_DO
    come_to_one(user, course)
    assert (status_of(user, course).state, certificates(user)) == (State.DONE, 0)


def test_the_same_answer_comes_out_of_the_records_again(user: User) -> None:
    course, by = course_asking_for(attendance=True, sign_off=True), trainer()
    come_to_one(user, course)
    sign_off(person=user, course=course, by=by, is_ready=False, note="Not yet.")
    finish_lessons(user, course)
    assert status_of(user, course).conditions == status_of(user, course).conditions
    assert [one.state for one in status_of(user, course).unmet] == [State.FAILED]


def test_the_day_after_a_certificate_ran_out_counts_for_the_next(user: User) -> None:
    course = course_asking_for(attendance=True)
    come_to_one(user, course)
    pass_quiz(user, course)
    ends = Certificate.objects.get().valid_until
    with time_machine.travel(timezone.now() + (ends - timezone.localdate()) + DAY):
        assert states(user, course) == [(Asked.ATTENDANCE, State.TO_DO)]
        come_to_one(user, course)
        assert states(user, course) == [(Asked.ATTENDANCE, State.DONE)]
