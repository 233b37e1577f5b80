"""Reminders of reviews, sent by the clock."""

from hub.upkeep.reminding import remind_of_reviews


def remind() -> str:
    return f"{remind_of_reviews()} reminders"
