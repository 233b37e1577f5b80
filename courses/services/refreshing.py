"""Five short questions a week: which come, answering them, starting and stopping."""

import datetime
from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from courses.errors import ForeignAnswer, NotDue, RefresherStopped, WeekIsFull
from courses.models import Question, Refresher, RefresherItem
from courses.models.refresher import A_WEEK, week_of
from courses.questions.base import Answer
from courses.questions.registry import question_type
from courses.services.bank import askable
from courses.services.drawing import place_by
from courses.services.marking import mark
from courses.services.schedule import due_after
from hub.access.readers import Reader
from hub.notices.models import Subscription
from hub.notices.services import subscribe, unsubscribe
from hub.users.models import User

SERIES = "weekly_questions"


def refresher_of(reader: Reader) -> Refresher | None:
    return Refresher.objects.filter(person_id=reader.user_id).first()


def is_running(refresher: Refresher | None) -> bool:
    """Whether its person wants it: one row, which the click in a mail deletes as well."""
    if refresher is None:
        return False
    rows = Subscription.objects.of(SERIES, refresher.pk)
    return rows.filter(person_id=refresher.person_id).exists()


@transaction.atomic
def start_refresher(*, person: User) -> Refresher:
    """Starts it, or goes on with what was answered before. No notice this week: they are there."""
    this_week = week_of(timezone.localdate())
    refresher, _ = Refresher.objects.update_or_create(
        person=person, defaults={"told_week": this_week}
    )
    subscribe(person=person, kind=SERIES, object_id=refresher.pk)
    return refresher


def stop_refresher(*, refresher: Refresher) -> None:
    unsubscribe(person_id=refresher.person_id, kind=SERIES, object_id=refresher.pk)


def due_questions(
    refresher: Refresher, bank: Sequence[Question], week: datetime.date
) -> list[Question]:
    """What comes in this week and wasn't begun in it: the longest due first, then new ones.

    A question comes in the week in which it is due, on whichever day. One query.
    """
    end = week + datetime.timedelta(days=7)
    items = list(refresher.items.order_by("answered_at"))
    begun = {item.question_id for item in items if item.week == week}
    due = {item.question_id: item.due_at for item in items if item.due_at}
    waiting = [question for question in bank if question.pk not in begun]
    again = [q for q in waiting if q.pk in due and timezone.localdate(due[q.pk]) < end]
    new = [question for question in waiting if question.pk not in due]
    again.sort(key=lambda question: due[question.pk])
    new.sort(key=lambda question: place_by(refresher.pk, question.pk))
    return [*again, *new]


def next_item(reader: Reader, refresher: Refresher) -> RefresherItem | None:
    """The question to ask now, unsaved where it isn't begun; None when the week is done."""
    week, bank = week_of(timezone.localdate()), askable(reader)
    mine = list(refresher.items.filter(week=week).select_related("question_version__question"))
    open_ids = {question.pk for question in bank}
    begun = [item for item in mine if not item.answered_at and item.question_id in open_ids]
    if begun or len(mine) >= A_WEEK:
        return begun[0] if begun else None
    due = due_questions(refresher, bank, week)
    return new_item(refresher, week, len(mine) + 1, due[0]) if due else None


def new_item(
    refresher: Refresher, week: datetime.date, place: int, question: Question
) -> RefresherItem:
    version = question.newest
    version.question = question
    return RefresherItem(
        refresher=refresher,
        week=week,
        place=place,
        question=question,
        question_version=version,
    )


def item_for(reader: Reader, refresher: Refresher, question_id: int) -> RefresherItem:
    """This week's item of a question, unsaved where it isn't begun. Raises NotDue, WeekIsFull."""
    week = week_of(timezone.localdate())
    mine = refresher.items.filter(week=week)
    begun = mine.filter(question=question_id).select_related("question_version__question").first()
    if begun:
        return begun
    count = mine.count()
    if count >= A_WEEK:
        raise WeekIsFull
    due = due_questions(refresher, askable(reader), week)
    question = next((found for found in due if found.pk == question_id), None)
    if question is None:
        raise NotDue
    return new_item(refresher, week, count + 1, question)


@transaction.atomic
def refresh(*, reader: Reader, question_id: int, answer: Answer) -> RefresherItem:
    """Keeps an answer and says when the question comes next; what is answered stays as it is.

    The refresher's row is locked, so that two answers at once take two places of the week. Raises
    RefresherStopped, NotDue, WeekIsFull, ForeignAnswer.
    """
    mine = Refresher.objects.select_for_update().filter(person_id=reader.user_id)
    refresher = mine.first()
    if refresher is None or not is_running(refresher):
        raise RefresherStopped
    item = item_for(reader, refresher, question_id)
    if item.answered_at:
        return item
    version = item.question_version
    kind = question_type(version.kind)
    if not kind.accepts(version.data, answer):
        raise ForeignAnswer
    item.answer = answer
    if kind.is_complete(version.data, answer):
        mark(item)
        item.answered_at = timezone.now()
        item.due_at = due_after(history(item))
    item.save()
    return item


def history(item: RefresherItem) -> list[tuple[datetime.datetime, Decimal]]:
    """When its question was answered, and the marks, the oldest first; this answer included."""
    answered = item.refresher.items.answered().filter(question=item.question_id)
    every = [*answered.exclude(pk=item.pk), item]
    return [(one.answered_at, one.marks or Decimal(0)) for one in every if one.answered_at]
