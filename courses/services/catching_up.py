"""After a change of law, those who hold a certificate are offered the questions that rest on it."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.errors import ForeignAnswer
from courses.models import CatchUp, Certificate, CoursePage, Question
from courses.questions.base import Answer
from courses.questions.registry import question_type
from courses.services.bank import askable
from courses.services.marking import mark
from courses.services.questions import QUESTION
from hub.access.readers import Reader
from hub.core.batches import BATCH
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.upkeep.models import Affected, Change


@transaction.atomic
def offer_catch_up(question_ids: Collection[int]) -> None:
    """To whoever holds a certificate of a course that asks them, once for each change.

    For questions that somebody has just looked at: only then do they say what holds now.
    """
    for question in Question.objects.filter(pk__in=question_ids).ready():
        reached = Affected.objects.of(QUESTION, question.pk).exclude(closed_at=None)
        for change in Change.objects.filter(affected__in=reached):
            offer(question, change)


def offer(question: Question, change: Change) -> None:
    held = Certificate.objects.valid().filter(
        course__in=courses_asking(question), issued_at__lt=change.at
    )
    people = set(held.values_list("person_id", flat=True))
    CatchUp.objects.bulk_create(
        [
            CatchUp(
                person_id=pk, change=change, question=question, question_version=question.newest
            )
            for pk in people
        ],
        ignore_conflicts=True,
        batch_size=BATCH,
    )
    notify(
        people=people,
        category=Category.TASK,
        text=_("The law or guidance behind a certificate of yours changed"),
        url=reverse("courses:catch_up"),
        key=f"catch-up-{change.pk}",
    )


def courses_asking(question: Question) -> Collection[int]:
    """In a quiz, or by the lesson that it is about."""
    asked = Q(quizzes__places__question=question)
    ids = set(CoursePage.objects.filter(asked).values_list("pk", flat=True))
    if question.lesson:
        ids.add(question.lesson.course().pk)
    return ids


def open_catch_ups(reader: Reader) -> list[CatchUp]:
    """What this person may still answer, the longest offered first.

    A question that a quiz may still ask them anew rests, as with the weekly ones.
    """
    mine = CatchUp.objects.filter(person_id=reader.user_id, answered_at=None)
    waiting = list(mine.select_related("change__page", "question__current"))
    if not waiting:
        return []
    allowed = {question.pk for question in askable(reader)}
    return [item for item in waiting if item.question_id in allowed]


@transaction.atomic
def catch_up(*, item: CatchUp, answer: Answer) -> CatchUp:
    """Keeps the answer; what is answered already stays. Raises ForeignAnswer."""
    stored = CatchUp.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if stored.answered_at:
        return stored
    version = item.question_version
    kind = question_type(version.kind)
    if not kind.accepts(version.data, answer):
        raise ForeignAnswer
    stored.question_version, stored.answer = version, answer
    if kind.is_complete(version.data, answer):
        mark(stored)
        stored.answered_at = timezone.now()
    stored.save()
    return stored
