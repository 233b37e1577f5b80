"""Whose turn it is: which questions of an attempt can be answered now."""

from django.utils import timezone

from courses.enums import Feedback
from courses.errors import AlreadySubmitted, OutOfTurn, TimeIsUp
from courses.models import Attempt, AttemptItem
from courses.questions.registry import question_type


def open_attempt(attempt: Attempt, order: int) -> Attempt:
    """Locked, for a change of this question. Raises AlreadySubmitted, TimeIsUp, OutOfTurn."""
    locked = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if not locked.is_open:
        raise AlreadySubmitted
    if locked.is_late(timezone.now()):
        raise TimeIsUp
    if not 1 <= order <= min(locked.reached, locked.total):
        raise OutOfTurn
    return locked


def stands(attempt: Attempt, item: AttemptItem) -> bool:
    """Whether it can't be changed any more, because what is right was shown."""
    version = item.question_version
    complete = question_type(version.kind).is_complete(version.data, item.answer)
    return complete and attempt.quiz.feedback == Feedback.AT_ONCE
