"""What people say of a course, added up: before and after by the same people.

Of fewer than `FEWEST` people nothing is said, and no words are shown.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from courses.enums import Moment, Sureness, Used, Usefulness
from courses.models import CoursePage, SurveyAnswer

FEWEST = 5
PAIRS = ((Moment.BEFORE, Moment.AFTER), (Moment.BEFORE, Moment.LATER))


@dataclass(frozen=True, slots=True)
class Spread:
    """How many chose each value of a scale, lowest first."""

    counts: tuple[int, ...]

    @property
    def n(self) -> int:
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """From 1 to as many values as there are."""
        total = sum(value * count for value, count in enumerate(self.counts, start=1))
        return total / self.n if self.n else None

    @property
    def is_shown(self) -> bool:
        return self.n >= FEWEST


@dataclass(frozen=True, slots=True)
class Change:
    """Of one outcome, at two moments of the same people."""

    outcome: str
    first: Spread
    second: Spread

    @property
    def difference(self) -> float | None:
        if self.first.mean is None or self.second.mean is None:
            return None
        return self.second.mean - self.first.mean


@dataclass(frozen=True, slots=True)
class Pair:
    moments: tuple[Moment, Moment]
    changes: tuple[Change, ...]

    @property
    def is_shown(self) -> bool:
        return any(change.first.is_shown for change in self.changes)

    @property
    def names(self) -> tuple[str, str]:
        return str(self.moments[0].label), str(self.moments[1].label)


@dataclass(frozen=True, slots=True)
class SurveyFigures:
    """`used` counts the answers in the order of `Used`. Words are sorted, so by nobody's turn."""

    pairs: tuple[Pair, ...]
    useful: Spread
    used: Spread
    comments: tuple[str, ...]
    examples: tuple[str, ...]


def survey_figures(course: CoursePage) -> SurveyFigures:
    """One query; each answer is read once."""
    answers = list(SurveyAnswer.objects.filter(course=course).answered())
    useful = spread((a.useful for a in answers), Usefulness.values)
    used = spread((a.used for a in answers), Used.values)
    return SurveyFigures(
        pairs=tuple(pair_of(course, answers, moments) for moments in PAIRS),
        useful=useful,
        used=used,
        comments=words_of(answers, Moment.AFTER) if useful.is_shown else (),
        examples=words_of(answers, Moment.LATER) if used.is_shown else (),
    )


def pair_of(
    course: CoursePage, answers: Sequence[SurveyAnswer], moments: tuple[Moment, Moment]
) -> Pair:
    first, second = ({key_of(a): a for a in answers if a.moment == m} for m in moments)
    both = [(first[key], second[key]) for key in first if key in second]
    return Pair(moments, tuple(change_of(block.id, block.value, both) for block in course.outcomes))


def key_of(answer: SurveyAnswer) -> tuple[int, int]:
    return answer.person_id, answer.cycle


def change_of(pk: str, words: str, both: Iterable[tuple[SurveyAnswer, SurveyAnswer]]) -> Change:
    """Counts who rated this outcome at both moments."""
    rated = [(a.ratings[pk], b.ratings[pk]) for a, b in both if pk in a.ratings and pk in b.ratings]
    before, after = ([pair[place] for pair in rated] for place in (0, 1))
    return Change(words, spread(before, Sureness.values), spread(after, Sureness.values))


def spread(chosen: Iterable[object], scale: Sequence[object]) -> Spread:
    """What isn't on the scale is no answer."""
    counts = Counter(chosen)
    return Spread(tuple(counts[value] for value in scale))


def words_of(answers: Iterable[SurveyAnswer], moment: Moment) -> tuple[str, ...]:
    return tuple(sorted(a.words for a in answers if a.moment == moment and a.words))
