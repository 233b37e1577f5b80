"""Putting questions together."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from courses.enums import Feedback, QuizKind
from courses.models import CoursePage, Question, Quiz, QuizQuestion

# What suits practice, where its author chooses nothing else.
PRACTICE_DEFAULTS = {"feedback": Feedback.AT_ONCE, "attempts_allowed": None}


@transaction.atomic
def make_quiz(
    *,
    course: CoursePage,
    questions: Sequence[Question],
    title: str,
    pass_mark: int = 80,
    attempts_allowed: int | None = 3,
    minutes: int = 15,
    shuffle: bool = True,
    hours_between: int = 0,
    minutes_allowed: int | None = None,
    feedback: Feedback = Feedback.AT_END,
    closes_at: datetime.datetime | None = None,
) -> Quiz:
    """The final quiz of a course with these questions in this order; one it has is changed."""
    quiz, _ = Quiz.objects.update_or_create(
        course=course,
        kind=QuizKind.FINAL,
        defaults={
            "title": title,
            "pass_mark": pass_mark,
            "attempts_allowed": attempts_allowed,
            "minutes": minutes,
            "shuffle": shuffle,
            "hours_between": hours_between,
            "minutes_allowed": minutes_allowed,
            "feedback": feedback,
            "closes_at": closes_at,
        },
    )
    fill_quiz(quiz, questions)
    return quiz


@transaction.atomic
def make_practice(
    *,
    course: CoursePage,
    questions: Sequence[Question],
    title: str,
    minutes: int = 10,
    **settings: Any,
) -> Quiz:
    """A new practice quiz, taken as often as people like and told at once unless set otherwise."""
    chosen = {**PRACTICE_DEFAULTS, "minutes": minutes, **settings}
    quiz = Quiz.objects.create(course=course, kind=QuizKind.FORMATIVE, title=title, **chosen)
    fill_quiz(quiz, questions)
    return quiz


def fill_quiz(quiz: Quiz, questions: Sequence[Question]) -> None:
    QuizQuestion.objects.filter(quiz=quiz).delete()
    QuizQuestion.objects.bulk_create(
        QuizQuestion(quiz=quiz, question=question, sort_order=place)
        for place, question in enumerate(questions)
    )
    renew_course_citations(course=quiz.course)


def renew_course_citations(*, course: CoursePage) -> None:
    """What its questions rest on counts as what the course rests on."""
    course.renew_citations()
