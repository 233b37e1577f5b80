"""What a change of law, policy or a term does to questions: none is asked anew until looked at."""

import datetime
from collections.abc import Collection

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from courses.models import CoursePage, Question
from courses.services.catching_up import offer_catch_up
from courses.services.questions import QUESTION
from hub.access.readers import reader_for
from hub.access.registry import Card
from hub.pages.keepers import Keepers
from hub.upkeep.resting import Resting, register_resting
from hub.users.models import User


def suspend(ids: Collection[int], day: datetime.date | None) -> None:
    """Attempts that are under way go on: whoever began had the law of that day.

    Once they are looked at, whoever passed a course with them is offered them.
    """
    questions = Question.objects.filter(pk__in=ids)
    (questions.filter(suspended_on=None) if day else questions).update(suspended_on=day)
    if day is None:
        offer_catch_up(ids)


def keepers(question_id: int) -> list[User]:
    """Of its lesson, else of the first course that asks it."""
    question = Question.objects.select_related("lesson").filter(pk=question_id).first()
    if question is None:
        return []
    asking = CoursePage.objects.filter(quizzes__places__question=question).order_by("pk")
    page = question.lesson or asking.first()
    return Keepers(page).first() if page else []


def cards(ids: Collection[int], user: User) -> dict[int, Card]:
    """Two queries beside those of the reader's rules."""
    if not user.has_perm("courses.change_question"):
        return {}
    questions = Question.objects.filter(pk__in=ids).readable_by(reader_for(user))
    return {
        question.pk: Card(
            kind=QUESTION,
            title=str(question),
            url=reverse("wagtailsnippets_courses_question:edit", args=[question.pk]),
        )
        for question in questions.select_related("current")
    }


def register() -> None:
    register_resting(
        Resting(
            kind=QUESTION,
            plural=_("Questions"),
            warn=suspend,
            keepers=keepers,
            cards=cards,
        )
    )
