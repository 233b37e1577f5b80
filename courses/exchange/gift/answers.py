"""What stands in the braces of a GIFT question."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused, check_answers
from courses.exchange.gift.signs import Written, meant
from courses.exchange.moodle.questions import MoodleAnswer
from courses.questions.weights import WHOLE, from_percent

NOTHING = Fraction(0)
TRUE, FALSE = {"T", "TRUE"}, {"F", "FALSE"}
ARROW = "->"


def is_judgement(answers: Written) -> bool:
    word, _feedback = answers.parted("#")
    return word.raw.strip() in TRUE | FALSE


def read_answers(kind: str, answers: Written, style: str) -> Sequence[MoodleAnswer]:
    check_answers(sum(answers.mask.count(sign) for sign in "=~"))
    readers = {
        "multichoice": choices,
        "shortanswer": words,
        "matching": pairs,
        "numerical": numbers,
        "truefalse": judgement,
    }
    return list(readers[kind](answers, style)) if kind in readers else []


def listed(answers: Written, signs: str) -> Iterator[tuple[str, Written]]:
    """Each answer with its sign; the first may do without."""
    for sign, written in answers.split(signs):
        if sign or written.raw.strip():
            yield sign, written


def choices(answers: Written, style: str) -> Iterator[MoodleAnswer]:
    for sign, written in listed(answers, "=~"):
        percent, rest = written.weight()
        text, feedback = rest.parted("#")
        usual = WHOLE if sign == "=" else NOTHING
        yield MoodleAnswer(
            text=text.text(style),
            weight=from_percent(percent) if percent else usual,
            feedback=feedback.text(style) if feedback else "",
        )


def words(answers: Written, style: str) -> Iterator[MoodleAnswer]:
    """What people write is no HTML, whatever the style of the question."""
    for _sign, written in listed(answers, "="):
        percent, rest = written.weight()
        text, feedback = rest.parted("#")
        yield MoodleAnswer(
            text=meant(text.styled("")[1].raw).strip(),
            weight=from_percent(percent) if percent else WHOLE,
            feedback=feedback.text(style) if feedback else "",
        )


def pairs(answers: Written, style: str) -> Iterator[MoodleAnswer]:
    for _sign, written in listed(answers, "="):
        left, right = written.parted(ARROW)
        if right is None:
            text = {"text": meant(written.raw).strip()[:80]}
            raise Refused(_("“%(text)s” has no -> between its two sides.") % text)
        yield MoodleAnswer(text=left.text(style), match=meant(right.raw).strip())


def judgement(answers: Written, style: str) -> Iterator[MoodleAnswer]:
    """First what is said to the wrong answer, then to the right one."""
    word, rest = answers.parted("#")
    wrong, right = rest.parted("#") if rest else (None, None)
    holds = word.raw.strip() in TRUE
    for text, is_right in (("True", holds), ("False", not holds)):
        said = right if is_right else wrong
        yield MoodleAnswer(
            text=text, weight=WHOLE * is_right, feedback=said.text(style) if said else ""
        )


def numbers(answers: Written, style: str) -> Iterator[MoodleAnswer]:
    """Numbers with = before them, or one alone; ~ begins what is said to any other."""
    given, others = answers.cut(1).parted("~")
    for _sign, written in listed(given, "="):
        percent, rest = written.weight()
        text, feedback = rest.parted("#")
        value, tolerance = value_and_tolerance(meant(text.raw).strip())
        yield MoodleAnswer(
            text=value,
            tolerance=tolerance,
            weight=from_percent(percent) if percent else WHOLE,
            feedback=feedback.text(style) if feedback else "",
        )
    if others is not None:
        said = others.parted("#")[1]
        yield MoodleAnswer(text="*", weight=NOTHING, feedback=said.text(style) if said else "")


def value_and_tolerance(text: str) -> tuple[str, str]:
    """3:2 means three, give or take two; 1..5 means the same."""
    low, dots, high = text.partition("..")
    if not dots:
        value, _colon, tolerance = text.partition(":")
        return value.strip(), tolerance.strip()
    try:
        least, most = Decimal(low.strip()), Decimal(high.strip())
        return str((least + most) / 2), str((most - least) / 2)
    except InvalidOperation as error:
        told = {"text": text[:40]}
        raise Refused(_("“%(text)s” is no range of numbers.") % told) from error
