"""How the questions of a quiz do, from the attempts that were handed in.

Facility is the mean of the marks, 0 to 1. Discrimination is the correlation of a question's marks
with those of the rest of the attempt, -1 to 1: whether people who do well otherwise do well here.
Both are the usual ones of classical test theory.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import sqrt
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from django.db.models import Min, QuerySet

from courses.models import Attempt, AttemptItem, Question, QuestionVersion, Quiz
from courses.questions.base import Answer
from courses.questions.registry import question_type

# Longer pauses are no thinking time.
LONGEST = datetime.timedelta(minutes=10)


class Row(NamedTuple):
    """One question of an attempt that was handed in."""

    attempt: int
    started_at: datetime.datetime
    version: int
    answer: Answer
    answered_at: datetime.datetime | None
    marks: float | None


@dataclass(slots=True)
class Sums:
    """Adds up pairs of numbers; `correlation` needs two different ones on each side."""

    n: int = 0
    x: float = 0
    y: float = 0
    xx: float = 0
    yy: float = 0
    xy: float = 0

    def add(self, x: float, y: float) -> None:
        self.n += 1
        self.x += x
        self.y += y
        self.xx += x * x
        self.yy += y * y
        self.xy += x * y

    @property
    def mean(self) -> float | None:
        return self.x / self.n if self.n else None

    @property
    def correlation(self) -> float | None:
        across = (self.n * self.xx - self.x**2) * (self.n * self.yy - self.y**2)
        if across <= 1e-9:
            return None
        return (self.n * self.xy - self.x * self.y) / sqrt(across)


@dataclass(slots=True)
class Tally:
    """What is added up of one version of a question."""

    marks: Sums = field(default_factory=Sums)
    answers: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer on offer, and which share of the people chose it, 0 to 1."""

    text: str
    right: bool
    share: float

    @property
    def percent(self) -> int:
        return round(100 * self.share)


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """`asked` counts handed-in attempts that asked the newest words. None: too few to tell."""

    question: Question
    asked: int
    facility: float | None
    discrimination: float | None
    seconds: float | None
    choices: tuple[Choice, ...]


def question_figures(quiz: Quiz) -> list[QuestionFigures]:
    """Of each question that counts, the hardest first. Two queries; reads every answer once."""
    tallies = tally(rows_of(quiz))
    versions = QuestionVersion.objects.filter(pk__in=tallies).select_related("question")
    newest = [version for version in versions if version.question.current_id == version.pk]
    scored = [version for version in newest if question_type(version.kind).scored]
    found = [figures_of(version, tallies[version.pk]) for version in scored]
    return sorted(found, key=lambda one: (one.facility is None, one.facility, one.question.pk))


def rows_of(quiz: Quiz) -> Iterable[Row]:
    items = AttemptItem.objects.filter(attempt__quiz=quiz, attempt__submitted_at__isnull=False)
    if not quiz.is_final:
        items = items.filter(attempt__in=first_attempts(quiz))
    columns = ("attempt_id", "attempt__started_at", "question_version_id")
    found = items.order_by("attempt_id", "order")
    return map(Row._make, found.values_list(*columns, "answer", "answered_at", "marks").iterator())


def first_attempts(quiz: Quiz) -> QuerySet[Attempt]:
    """The first that each person handed in: in later ones of practice they know the answers."""
    handed_in = Attempt.objects.submitted().filter(quiz=quiz).order_by()
    return handed_in.values("person").annotate(first=Min("pk")).values("first")


def tally(rows: Iterable[Row]) -> dict[int, Tally]:
    """By version. An attempt's rows come together, in the order of its questions."""
    tallies: dict[int, Tally] = defaultdict(Tally)
    for _, some in groupby(rows, key=attrgetter("attempt")):
        attempt = list(some)
        total = sum(float(row.marks or 0) for row in attempt)
        before = attempt[0].started_at
        for row in attempt:
            found = tallies[row.version]
            if row.marks is not None:
                found.marks.add(float(row.marks), total - float(row.marks))
            if isinstance(row.answer, list):
                found.answers.update(one for one in row.answer if isinstance(one, str))
            if row.answered_at and datetime.timedelta(0) < row.answered_at - before < LONGEST:
                found.seconds.append((row.answered_at - before).total_seconds())
            before = row.answered_at or before
    return tallies


def figures_of(version: QuestionVersion, found: Tally) -> QuestionFigures:
    return QuestionFigures(
        question=version.question,
        asked=found.marks.n,
        facility=found.marks.mean,
        discrimination=found.marks.correlation,
        seconds=median(found.seconds) if found.seconds else None,
        choices=tuple(choices_of(version, found)),
    )


def choices_of(version: QuestionVersion, found: Tally) -> Sequence[Choice]:
    offered = question_type(version.kind).offered(version.data)
    people = max(found.marks.n, 1)
    return [Choice(text, right, found.answers[pk] / people) for pk, text, right in offered]
