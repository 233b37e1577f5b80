"""From a paragraph of GIFT to a question in Moodle's terms."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused
from courses.exchange.gift.answers import is_judgement, read_answers
from courses.exchange.gift.blocks import Block
from courses.exchange.gift.signs import Written, meant
from courses.exchange.moodle.questions import Gap, MoodleAnswer, MoodleQuestion
from courses.exchange.plain import GAP, name_from, plain

NAME = "::"
GENERAL = "####"
BLANK = "_____"


def name_of(block: Block) -> str:
    """The one it has, or how its text begins."""
    name, text = named(Written.of(block.text))
    before, _rest = text.parted("{")
    return name_from(name or meant(before.styled("")[1].raw))


def named(written: Written) -> tuple[str, Written]:
    if not written.mask.startswith(NAME):
        return "", written
    name, rest = written.cut(len(NAME)).parted(NAME)
    return (meant(name.raw).strip(), rest.stripped()) if rest is not None else ("", name)


def read_block(block: Block) -> MoodleQuestion:
    """Raises Refused with the reason."""
    _name, written = named(Written.of(block.text))
    before, inside, after = around_answers(written)
    style, before = before.styled("moodle")
    answers, general = general_feedback(inside)
    kind = type_of(answers)
    tail = after.stripped()
    gap = GAP if tail.raw else ""
    whole = plain(f"{meant(before.raw)}{gap}{meant(after.raw)}", style)
    asked = MoodleQuestion(
        type=kind,
        text=whole.replace(GAP, BLANK),
        tags=block.tags,
        feedback=general.text(style) if general else "",
    )
    asked.answers = read_answers(kind, answers, style)
    asked.single = kind != "multichoice" or any(sign == "=" for sign, _text in answers.split("=~"))
    if gap and asked.single and kind in {"multichoice", "shortanswer"}:
        as_missing_word(asked, whole)
    return asked


def around_answers(written: Written) -> tuple[Written, Written, Written]:
    """What is before the braces, in them and behind them."""
    before, rest = written.parted("{")
    if rest is None:
        stray = "}" in written.mask
        raise Refused(
            _("A } stands there without a {.") if stray else _("It is a text without a question.")
        )
    if "}" in before.mask:
        raise Refused(_("A } stands there without a {."))
    inside, after = rest.parted("}")
    if after is None:
        raise Refused(_("The } that ends its answers is missing, or a blank line comes before it."))
    if "{" in inside.mask:
        raise Refused(_("A { stands within its answers. Write \\{ for the sign itself."))
    if "{" in after.mask or "}" in after.mask:
        raise Refused(_("It has more braces than one pair. GIFT has one gap in a question."))
    return before, inside.stripped(), after


def general_feedback(inside: Written) -> tuple[Written, Written | None]:
    at = inside.mask.rfind(GENERAL)
    if at < 0:
        return inside, None
    return inside.cut(0, at).stripped(), inside.cut(at + len(GENERAL))


def type_of(answers: Written) -> str:
    """In the order in which Moodle decides it."""
    if not answers.raw:
        return "essay"
    if answers.mask.startswith("#"):
        return "numerical"
    if "~" in answers.mask:
        return "multichoice"
    if "=" in answers.mask and "->" in answers.mask:
        return "matching"
    return "truefalse" if is_judgement(answers) else "shortanswer"


def as_missing_word(asked: MoodleQuestion, whole: str) -> None:
    """The text goes on behind the braces: one gap, to choose for or to write in."""
    answers: Sequence[MoodleAnswer] = asked.answers
    asked.gaps = [Gap(choose=asked.type == "multichoice", answers=answers)]
    asked.pieces = whole.split(GAP)
    asked.type = "missingword"
