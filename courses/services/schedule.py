"""When a question comes next, by FSRS from the answers to it and from nothing else."""

import datetime
from collections.abc import Iterable
from decimal import Decimal

from fsrs import Card, Rating, Scheduler

# No steps of minutes and no chance: days alone, the same for the same answers on any machine.
SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def rating_of(marks: Decimal) -> Rating:
    """Right, partly right, wrong."""
    if marks == 1:
        return Rating.Good
    return Rating.Hard if marks else Rating.Again


def due_after(answers: Iterable[tuple[datetime.datetime, Decimal]]) -> datetime.datetime:
    """Of all answers to one question with their marks, the oldest first; at least one."""
    card = Card(card_id=0)
    for at, marks in answers:
        card, _log = SCHEDULER.review_card(card, rating_of(marks), at.astimezone(datetime.UTC))
    return card.due
