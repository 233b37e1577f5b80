"""The one way in which views fetch what an address names. Not yours is the same as not there."""

from django.utils import timezone

from courses.errors import QuizRefused
from courses.models import (
    Attempt,
    AttemptItem,
    CatchUp,
    Certificate,
    CheckAnswer,
    CoursePage,
    LessonPage,
    Quiz,
    RecordEntry,
    Refresher,
    RefresherItem,
    Workshop,
)
from courses.models.refresher import week_of
from courses.services.catching_up import open_catch_ups
from courses.services.checks import check_answers
from courses.services.progress import renew_from
from courses.services.refreshing import is_running, item_for, refresher_of
from courses.services.status import course_status
from courses.services.surveys import Survey, survey_of
from hub.access.pages import readable_or_draft, readable_pages
from hub.access.readers import Reader
from hub.core.missing import found, require

# Pages are sought by `id`: of a multi-table model, `pk` is a relation, and a relation raises on a
# number too large for the database instead of finding nothing.


def access_course(reader: Reader, course_id: int) -> CoursePage:
    return found(readable_pages(CoursePage.objects.filter(id=course_id), reader).first())


def access_written_course(reader: Reader, course_id: int) -> CoursePage:
    """For the CMS: also one that isn't published."""
    return found(readable_or_draft(CoursePage.objects.filter(id=course_id), reader).first())


def access_lesson(reader: Reader, lesson_id: int) -> LessonPage:
    return found(readable_pages(LessonPage.objects.filter(id=lesson_id), reader).first())


def access_check(reader: Reader, lesson: LessonPage, question_id: int) -> CheckAnswer:
    """One's own answer to a question of a lesson that one may see, or an empty one."""
    mine = check_answers(reader.user_id, lesson) if reader.is_signed_in else []
    return found(next((answer for answer in mine if answer.question_id == question_id), None))


def access_survey(reader: Reader, course_id: int) -> Survey:
    """What somebody who started the course may say of it now."""
    course = access_course(reader, course_id)
    return found(survey_of(reader, course_status(reader, course)))


def access_quiz(reader: Reader, course_id: int) -> Quiz:
    """The final quiz of a course that this reader may see."""
    return found(access_course(reader, course_id).final_quiz())


def access_practice(reader: Reader, course_id: int, quiz_id: int) -> Quiz:
    """A practice quiz of a course that this reader may see."""
    quizzes = access_course(reader, course_id).quizzes.practice()
    return found(quizzes.filter(pk=quiz_id).first())


def access_attempt(reader: Reader, code: str) -> Attempt:
    """One's own attempt, whatever became of the course since."""
    attempts = Attempt.objects.of(reader.user_id).select_related("quiz__course")
    return found(attempts.filter(code=code).first() if reader.is_signed_in else None)


def access_item(attempt: Attempt, order: int) -> AttemptItem:
    """A question of an attempt whose turn has come, or that was seen before."""
    items = attempt.items.select_related("question_version").filter(order=order)
    item = found(items.filter(order__lte=attempt.reached).first())
    item.attempt = attempt
    return item


def access_renewal(reader: Reader, certificate: Certificate) -> CoursePage | None:
    """The course to take again for a certificate that runs out soon or did; None where it can't."""
    first = renew_from(certificate)
    later = Certificate.objects.filter(pk=certificate.pk).newest()
    if first is None or certificate.revoked_at or first > timezone.localdate() or not later:
        return None
    return readable_pages(CoursePage.objects.filter(id=certificate.course_id), reader).first()


def access_entry(reader: Reader, entry_id: int) -> RecordEntry:
    """An entry of one's own learning record."""
    entries = RecordEntry.objects.of(reader.user_id)
    return found(entries.filter(pk=entry_id).first() if reader.is_signed_in else None)


def access_refresher(reader: Reader) -> Refresher | None:
    """One's own weekly questions while they run; None where they don't."""
    refresher = refresher_of(reader) if reader.is_signed_in else None
    return refresher if is_running(refresher) else None


def access_refreshed(reader: Reader, question_id: int) -> RefresherItem:
    """One's newest item of a question, answered or begun, or the one to begin now."""
    refresher = refresher_of(reader) if reader.is_signed_in else None
    items = RefresherItem.objects.filter(refresher=refresher, question=question_id)
    newest = items.select_related("question_version__question").order_by("-week").first()
    this_week = week_of(timezone.localdate())
    if refresher and is_running(refresher) and (newest is None or newest.week < this_week):
        try:
            return item_for(reader, refresher, question_id)
        except QuizRefused:
            return found(newest)
    return found(newest)


def access_catch_up(reader: Reader, item_id: int) -> CatchUp:
    """One's own: answered, or one that may be answered now."""
    mine = CatchUp.objects.filter(person_id=reader.user_id, pk=item_id)
    item = found(mine.select_related("change__page", "question__current").first())
    if item.answered_at is None:
        require(item in open_catch_ups(reader))
    return item


def access_certificate(reader: Reader, code: str) -> Certificate:
    """One's own certificate, whatever became of it or of the course since."""
    certificates = Certificate.objects.of(reader.user_id)
    return found(certificates.filter(code=code).first() if reader.is_signed_in else None)


def access_workshop(reader: Reader, code: str) -> Workshop:
    """A workshop of a course that this reader may see, with its seats and their own."""
    workshops = Workshop.objects.readable_by(reader).with_seats(reader.user_id)
    return found(workshops.select_related("course", "trainer").filter(code=code).first())
