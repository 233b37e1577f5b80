"""From a question in Moodle's terms to GIFT. What GIFT can't say is refused or noted by name."""

from collections.abc import Callable, Iterator, Sequence

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused
from courses.exchange.gift.blocks import tag_comment
from courses.exchange.gift.signs import escaped, written_plain
from courses.exchange.moodle.questions import MoodleAnswer, MoodleQuestion
from courses.exchange.plain import RULE, html_of
from courses.questions.weights import to_percent
from hub.core.one_line import shortened

ARROW = "->"


def write_gift(asked: MoodleQuestion) -> str:
    """The question with what belongs to it; its notes gain what stays behind. Raises Refused."""
    if asked.type not in WRITERS:
        raise Refused(_("GIFT has no such type of question."))
    if asked.hints:
        asked.notes.append(_("GIFT has no hints: its hint stays behind."))
    if asked.units:
        asked.notes.append(_("GIFT has no units: its unit stays behind."))
    before, answers, after = WRITERS[asked.type](asked)
    style = "html" if asked.gaps else "plain"
    general = f"####{written_plain(asked.feedback, style)}\n" if asked.feedback else ""
    name = escaped(shortened(asked.stem))
    tags = tag_comment(asked.tags)
    return f"{tags}::{name}::{before}{{{answers}{general}}}{after}\n"


def plainly(write: Callable[[MoodleQuestion], str]) -> Callable[[MoodleQuestion], tuple[str, ...]]:
    """For types whose answers follow their text."""

    def inner(asked: MoodleQuestion) -> tuple[str, ...]:
        return f"[plain]{escaped(asked.stem)}", write(asked), ""

    return inner


def line(sign: str, text: str, feedback: str = "") -> str:
    said = f"#{written_plain(feedback)}" if feedback else ""
    return f"\t{sign}{text}{said}\n"


def percent_sign(answer: MoodleAnswer) -> str:
    return f"%{to_percent(answer.weight)}%"


def choice_lines(asked: MoodleQuestion, style: str = "plain") -> Iterator[str]:
    for one in asked.answers:
        sign = f"~{percent_sign(one)}" if one.weight else "~"
        if one.weight == 1 and asked.single:
            sign = "="
        yield line(sign, written_plain(one.text, style), one.feedback)


def choices(asked: MoodleQuestion) -> str:
    return "\n" + "".join(choice_lines(asked))


def word_lines(answers: Sequence[MoodleAnswer]) -> Iterator[str]:
    """An arrow would make pairs of the answers, and no sign takes its meaning away."""
    if any(ARROW in one.text for one in answers):
        raise Refused(_("GIFT would take “->” in one of its answers for a pair."))
    for one in answers:
        said = f"#{without_arrow(one.feedback)}" if one.feedback else ""
        yield line(f"={percent_sign(one)}", written_plain(one.text) + said)


def without_arrow(text: str) -> str:
    """A text in which an arrow is no arrow to GIFT."""
    return f"[html]{escaped(html_of(text))}" if ARROW in text else written_plain(text)


def words(asked: MoodleQuestion) -> str:
    return "\n" + "".join(word_lines(asked.answers))


def pairs(asked: MoodleQuestion) -> str:
    lines = [
        line("=", f"{without_arrow(one.text)} {ARROW} {escaped(one.match)}")
        for one in asked.answers
    ]
    return "\n" + "".join(lines)


def numbers(asked: MoodleQuestion) -> str:
    lines = [
        line("~", "", one.feedback)
        if one.text == "*"
        else line(f"={percent_sign(one)}", f"{one.text}:{one.tolerance}", one.feedback)
        for one in asked.answers
    ]
    return "#\n" + "".join(lines)


def judgement(asked: MoodleQuestion) -> str:
    right = next(one for one in asked.answers if one.weight)
    wrong = next(one for one in asked.answers if not one.weight)
    said = [written_plain(wrong.feedback), written_plain(right.feedback)]
    while said and not said[-1]:
        said.pop()
    return "#".join([right.text.upper(), *said])


def missing_word(asked: MoodleQuestion) -> tuple[str, ...]:
    """In HTML, whose last tag keeps the braces from standing at the end."""
    if len(asked.gaps) != 1:
        raise Refused(_("GIFT has one gap in a question, and this has more."))
    (gap,) = asked.gaps
    if gap.choose and all(one.weight == 1 for one in gap.answers):
        raise Refused(_("Every answer of its gap is right, so that GIFT would have it written."))
    before, after = asked.pieces
    stem, _rule, begun = before.partition(RULE)
    answers = MoodleQuestion(type="multichoice", text="", answers=gap.answers)
    lines = choice_lines(answers, "html") if gap.choose else word_lines(gap.answers)
    head = f"<p>{html_of(stem)}</p><hr><p>{html_of(begun)}"
    return f"[html]{escaped(head)}", "\n" + "".join(lines), escaped(f"{html_of(after)}</p>")


WRITERS: dict[str, Callable[[MoodleQuestion], tuple[str, ...]]] = {
    "multichoice": plainly(choices),
    "shortanswer": plainly(words),
    "matching": plainly(pairs),
    "numerical": plainly(numbers),
    "truefalse": plainly(judgement),
    "cloze": missing_word,
}
