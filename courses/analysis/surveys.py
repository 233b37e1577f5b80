"""What people say of a course, added up: before and after by the same people.

Only whole fives of people are counted, and their words shown: of fewer than `FEWEST` nothing is
said, and neither the next answer nor two tables held together tells what one person said.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from courses.enums import Moment, Sureness, Used, Usefulness
from courses.models import CoursePage, SurveyAnswer

T = TypeVar("T")
Answers = tuple[SurveyAnswer, SurveyAnswer]

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
    found = SurveyAnswer.objects.filter(course=course).answered()
    answers = list(found.order_by("answered_at", "pk"))
    after, later = (in_fives(said_at(moment, answers)) for moment in (Moment.AFTER, Moment.LATER))
    useful = spread((a.useful for a in in_fives(a for a in after if a.useful)), Usefulness.values)
    used = spread((a.used for a in in_fives(a for a in later if a.used)), Used.values)
    return SurveyFigures(
        pairs=pairs_of(course, answers),
        useful=useful,
        used=used,
        comments=words_of(after) if useful.is_shown else (),
        examples=words_of(later) if used.is_shown else (),
    )


def in_fives(answered: Iterable[T]) -> list[T]:
    """The first of them, in whole fives, if given in the order of their answers.

    Who looks before and after one more answer then learns nothing of it.
    """
    known = list(answered)
    return known[: len(known) // FEWEST * FEWEST]


def said_at(moment: Moment, answers: Iterable[SurveyAnswer]) -> Iterator[SurveyAnswer]:
    """What is more than how sure somebody is."""
    return (a for a in answers if a.moment == moment and (a.useful or a.used or a.words))


def pairs_of(course: CoursePage, answers: Sequence[SurveyAnswer]) -> tuple[Pair, ...]:
    changes = [changes_of(block.id, block.value, answers) for block in course.outcomes]
    return tuple(
        Pair(moments, tuple(of_outcome[place] for of_outcome in changes))
        for place, moments in enumerate(PAIRS)
    )


def changes_of(pk: str, words: str, answers: Iterable[SurveyAnswer]) -> list[Change]:
    """For each of `PAIRS`. Three months later asks some of those that the first pair counts.

    So the second pair taken from the first is about fives of people too, or about nobody.
    """
    rated = [answer for answer in answers if pk in answer.ratings]
    sooner = in_fives(both_times(rated, PAIRS[0]))
    counted = {key_of(first) for first, _ in sooner}
    later = in_fives(p for p in both_times(rated, PAIRS[1]) if key_of(p[0]) in counted)
    return [change_of(words, pk, pairs) for pairs in (sooner, later)]


def both_times(rated: Iterable[SurveyAnswer], moments: tuple[Moment, Moment]) -> Iterator[Answers]:
    """Both answers of each person, in their first cycle with both; in the order of the second."""
    firsts = {key_of(a): a for a in rated if a.moment == moments[0]}
    met: set[int] = set()
    for second in (a for a in rated if a.moment == moments[1] and key_of(a) in firsts):
        if second.person_id not in met:
            met.add(second.person_id)
            yield firsts[key_of(second)], second


def key_of(answer: SurveyAnswer) -> tuple[int, int]:
    return answer.person_id, answer.cycle


def change_of(words: str, pk: str, pairs: Iterable[Answers]) -> Change:
    firsts, seconds = ([pair[place].ratings[pk] for pair in pairs] for place in (0, 1))
    return Change(words, spread(firsts, Sureness.values), spread(seconds, Sureness.values))


def spread(chosen: Iterable[object], scale: Sequence[object]) -> Spread:
    """What isn't on the scale is no answer."""
    counts = Counter(chosen)
    return Spread(tuple(counts[value] for value in scale))


def words_of(answers: Iterable[SurveyAnswer]) -> tuple[str, ...]:
    return tuple(sorted(a.words for a in answers if a.words))
