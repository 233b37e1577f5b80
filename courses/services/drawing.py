"""Which questions an attempt asks, and in which order."""

import hashlib

from courses.models import LessonPage, Question, QuestionVersion, Quiz
from courses.querysets.questions import QuestionQuerySet
from hub.access.pages import readable_pages
from hub.access.readers import Reader


def versions_for(quiz: Quiz, reader: Reader, seed: int) -> list[QuestionVersion]:
    """The newest words of the quiz's own questions, then of those that the seed draws.

    Two queries, and one for each tag. Where a tag has too few, all of them are asked.
    """
    chosen = list(Question.objects.in_quiz(quiz.pk).ready())
    for draw in quiz.draws.all():
        known = {question.pk for question in chosen}
        fitting = [q for q in candidates(quiz, reader).tagged(draw.tag_id) if q.pk not in known]
        fitting.sort(key=lambda question: place_by(seed, question.pk))
        chosen += fitting[: draw.number]
    versions = [question.current for question in chosen if question.current]
    if quiz.shuffle:
        versions.sort(key=lambda version: place_by(seed, version.pk))
    return versions


def candidates(quiz: Quiz, reader: Reader) -> QuestionQuerySet:
    """Of this course's lessons that the reader may see, or of no lesson; asked in no lesson."""
    lessons = readable_pages(LessonPage.objects.below([quiz.course]), reader)
    return Question.objects.about_any(lessons).secret().ready()


def place_by(seed: int, pk: int) -> bytes:
    """Sorts things into an order that the seed settles, on any machine."""
    return hashlib.sha256(f"{seed}:{pk}".encode()).digest()


def asked_in(quiz: Quiz) -> int:
    """How many questions an attempt has, where the tags have enough. Two queries."""
    own = Question.objects.in_quiz(quiz.pk).ready().count()
    return own + sum(draw.number for draw in quiz.draws.all())
