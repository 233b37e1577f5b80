"""Writing questions. An edit adds a version; what people were asked never changes."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from courses.enums import Difficulty
from courses.models import CoursePage, LessonPage, Question, QuestionVersion
from courses.questions.base import Data
from courses.questions.registry import question_type
from hub.pages.citations import replace_citations
from hub.pages.models import HubPage

QUESTION = "question"


@transaction.atomic
def save_question(
    *,
    kind: str,
    stem: str,
    written: Mapping[str, Any],
    explanation: str = "",
    hint: str = "",
    lesson: LessonPage | None = None,
    outcome: str = "",
    difficulty: int = Difficulty.USUAL,
    cites: Iterable[HubPage] = (),
    fact_id: str = "",
) -> QuestionVersion:
    """The question of that fact, or a new one, with these words.

    `written` is what an editor enters in the part of the kind. Raises ValidationError with every
    problem of it, KeyError for an unknown kind.
    """
    question = fact_id and Question.objects.filter(fact_id=fact_id).first()
    question = question or Question(fact_id=fact_id)
    question.lesson = lesson
    question.outcome, question.difficulty = outcome, difficulty
    question.cites = [("link", {"page": page, "note": ""}) for page in cites]
    data = question_type(kind).data_from_editor(written)
    return write_version(
        question=question, kind=kind, stem=stem, data=data, explanation=explanation, hint=hint
    )


@transaction.atomic
def write_version(
    *, question: Question, kind: str, stem: str, data: Data, explanation: str, hint: str = ""
) -> QuestionVersion:
    """Saves the question, with a new version if its words changed, and renews what cites."""
    problems = question_type(kind).validate(data)
    if problems:
        raise ValidationError(problems)
    before = Question.objects.filter(pk=question.pk).values_list("lesson_id", flat=True).first()
    question.save()
    words = {"kind": kind, "stem": stem.strip(), "data": data, "explanation": explanation.strip()}
    words["hint"] = hint.strip()
    version = question.current
    if version is None or any(getattr(version, name) != words[name] for name in words):
        number = version.number + 1 if version else 1
        version = QuestionVersion.objects.create(question=question, number=number, **words)
        question.current = version
        question.save(update_fields=["current"])
    renew_citations(question=question, lessons=[pk for pk in {before, question.lesson_id} if pk])
    return version


def renew_citations(*, question: Question, lessons: Iterable[int]) -> None:
    """Its own, and those of its lessons and courses, which are what people can open."""
    replace_citations(QUESTION, question.pk, Question.objects.filter(pk=question.pk).cited_pages())
    courses = CoursePage.objects.filter(quizzes__places__question=question).distinct()
    for page in (*LessonPage.objects.filter(pk__in=lessons), *courses):
        page.renew_citations()
