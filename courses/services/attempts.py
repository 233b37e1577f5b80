"""Taking a quiz. Every change locks the attempt's row, so that one thing happens at a time."""

from django.db import transaction
from django.utils import timezone

from courses.errors import (
    AlreadyPassed,
    AnswerStands,
    CourseNotStarted,
    CoursesMissing,
    ForeignAnswer,
    LessonsMissing,
    NoAttemptsLeft,
    OutOfTurn,
    QuizClosed,
    QuizIsEmpty,
    TooSoon,
)
from courses.models import Attempt, AttemptItem, Enrolment, Quiz
from courses.models.attempt import GRACE
from courses.questions.base import Answer
from courses.questions.registry import question_type
from courses.services.certifying import certify
from courses.services.drawing import versions_for
from courses.services.marking import settle
from courses.services.progress import CourseStatus, QuizStatus
from courses.services.status import course_status
from courses.services.timing import end_of_attempt
from courses.services.turns import open_attempt, stands
from courses.services.typed import new_stamp, take_typed
from hub.access.readers import Reader


@transaction.atomic
def start_attempt(*, reader: Reader, quiz: Quiz) -> Attempt:
    """The attempt under way, or a new one. Raises QuizRefused with the reason.

    The enrolment's row is locked, so that two starts at once give one attempt.
    """
    enrolments = Enrolment.objects.of(reader.user_id).filter(course_id=quiz.course_id)
    enrolment = enrolments.select_for_update().first()
    if enrolment is None:
        raise LessonsMissing if quiz.is_final else CourseNotStarted
    status = course_status(reader, quiz.course)
    own = status.of(quiz)
    if own and own.open:
        return own.open
    if quiz.is_final:
        refuse_final(status)
    if own:
        refuse_another(own)
    attempt = Attempt(
        person_id=enrolment.person_id, quiz=quiz, pass_mark=quiz.pass_mark, shuffled=quiz.shuffle
    )
    attempt.ends_at = end_of_attempt(quiz, attempt.person_id, attempt.started_at)
    versions = versions_for(quiz, reader, attempt.seed)
    possible = sum(question_type(version.kind).scored for version in versions)
    if not possible:
        raise QuizIsEmpty
    attempt.total, attempt.marks_possible = len(versions), possible
    attempt.save()
    AttemptItem.objects.bulk_create(
        AttemptItem(
            attempt=attempt,
            order=order,
            question_version=version,
            must_pass=quiz.is_final and version.question.must_pass,
        )
        for order, version in enumerate(versions, start=1)
    )
    return attempt


def refuse_final(status: CourseStatus) -> None:
    """What comes before the final quiz; practice waits for none of it."""
    if status.quiz and status.quiz.is_over:
        raise AlreadyPassed
    if status.missing:
        raise LessonsMissing
    if status.waits_for:
        raise CoursesMissing


def refuse_another(status: QuizStatus) -> None:
    """Where the quiz itself says no."""
    if status.left == 0:
        raise NoAttemptsLeft
    if status.again_at:
        raise TooSoon
    if status.quiz.is_closed(timezone.now()):
        raise QuizClosed


@transaction.atomic
def save_answer(*, attempt: Attempt, order: int, answer: Answer) -> AttemptItem:
    """Keeps an answer and, when it is complete, opens the next question. Once is as good as twice.

    Raises AlreadySubmitted, AnswerStands, TimeIsUp, OutOfTurn for a question not yet shown,
    ForeignAnswer for one that doesn't belong to the question.
    """
    locked = open_attempt(attempt, order)
    item = locked.items.select_related("question_version").get(order=order)
    version = item.question_version
    kind = question_type(version.kind)
    if stands(locked, item):
        raise AnswerStands
    if not kind.accepts(version.data, answer):
        raise ForeignAnswer
    item.answer, item.answered_at = answer, timezone.now()
    item.typed, item.stamp = None, new_stamp()
    item.save(update_fields=["answer", "answered_at", "typed", "stamp"])
    if kind.is_complete(version.data, answer):
        move_on(locked, order)
    return item


@transaction.atomic
def skip_question(*, attempt: Attempt, order: int) -> None:
    """Opens the next question; an answer already given stays. Raises as save_answer does."""
    move_on(open_attempt(attempt, order), order)


def move_on(attempt: Attempt, order: int) -> None:
    if order == attempt.reached:
        attempt.reached = order + 1
        attempt.save(update_fields=["reached"])


@transaction.atomic
def submit_attempt(*, attempt: Attempt) -> Attempt:
    """Marks it and, if passed, issues the certificate: once, however often it is called.

    Where the course asks for more than the quiz, the certificate may wait for that.

    Raises OutOfTurn while questions are unseen and there is time left. What was given and not
    sent counts; unanswered ones count as wrong.
    """
    locked = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if not locked.is_open:
        return locked
    if locked.reached <= locked.total and not locked.is_over(timezone.now()):
        raise OutOfTurn
    take_typed(locked)
    items = list(locked.items.select_related("question_version", "marked_by"))
    settle(locked, items)
    AttemptItem.objects.bulk_update(items, ["marks"])
    locked.submitted_at = timezone.now()
    locked.save(update_fields=["score", "passed", "submitted_at"])
    if locked.passed:
        certify(attempt=locked)
    return locked


def hand_in_late_attempts() -> str:
    """Hands in what people left behind when their time was up. Safe to run at any time."""
    late = Attempt.objects.open().filter(ends_at__lt=timezone.now() - GRACE)
    count = 0
    for attempt in late.order_by("ends_at").iterator():
        submit_attempt(attempt=attempt)
        count += 1
    return f"{count} handed in"
