"""The questions at the end of a lesson: answered as often as one likes, told at once."""

from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from courses.enums import Completion
from courses.errors import ForeignAnswer
from courses.models import CatchUp, CheckAnswer, LessonPage, Question
from courses.questions.base import Answer
from courses.questions.registry import question_type
from courses.services.lessons import complete_lesson, questions_missing
from courses.services.marking import mark

Asked = TypeVar("Asked", CheckAnswer, CatchUp)


def check_answers(person_id: int | None, lesson: LessonPage) -> list[CheckAnswer]:
    """One for each question in its order, unsaved where it isn't answered yet. Three queries.

    Who answered an older version is asked anew, and keeps that it was right.
    """
    order = [place.question_id for place in lesson.checks.all()]
    questions = Question.objects.filter(pk__in=order).ready().in_bulk() if order else {}
    given = CheckAnswer.objects.of(person_id).filter(lesson=lesson, question__in=questions)
    known = {answer.question_id: answer for answer in given} if questions else {}
    return [
        with_newest(known.get(pk) or CheckAnswer(lesson=lesson), questions[pk])
        for pk in order
        if pk in questions
    ]


def with_newest(answer: Asked, question: Question) -> Asked:
    """As it is to be asked now: an answer to older words doesn't count."""
    if answer.question_version_id != question.current_id:
        answer.answer = answer.marks = None
    answer.question, answer.question_version = question, question.newest
    answer.question_version.question = question
    return answer


@transaction.atomic
def answer_check(*, person_id: int, given: CheckAnswer, answer: Answer) -> CheckAnswer:
    """Keeps the answer with its marks; the last one that is right may finish the lesson.

    Raises ForeignAnswer for one that doesn't belong to the question.
    """
    version = given.question_version
    kind = question_type(version.kind)
    if not kind.accepts(version.data, answer):
        raise ForeignAnswer
    now = timezone.now()
    saved, _ = CheckAnswer.objects.select_for_update().get_or_create(
        person_id=person_id,
        lesson_id=given.lesson_id,
        question_id=given.question_id,
        defaults={"question_version": version},
    )
    saved.question_version, saved.answer = version, answer
    mark(saved)
    saved.tries, saved.answered_at = saved.tries + 1, now
    is_right = saved.marks == 1 or (saved.marks is None and kind.is_complete(version.data, answer))
    saved.right_at = saved.right_at or (now if is_right else None)
    saved.save()
    lesson = given.lesson
    if lesson.done_when == Completion.CHECKED and not questions_missing(person_id, lesson):
        complete_lesson(person_id=person_id, lesson=lesson)
    return saved
