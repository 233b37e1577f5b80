"""Texts with gaps: Moodle's embedded answers ("cloze") and its lists for gaps."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused
from courses.exchange.moodle.questions import Gap, MoodleAnswer, MoodleQuestion
from courses.exchange.moodle_xml.elements import raw_text, style_of, words
from courses.exchange.plain import GAP, RULE, html_of, plain
from courses.questions.weights import WHOLE, from_percent, percent_problem, to_percent

CHOSEN = re.compile(r"(?:MULTICHOICE|MC)(?:_?[VHS]{1,2})?")
TYPED = {"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"}
WITH_CAPITALS = {"SHORTANSWER_C", "SAC", "MWC"}
NUMBERS = {"NUMERICAL", "NM"}
BEGUN = re.compile(r"\{(\d{0,3}):([A-Z_]{2,16}):")
PAIR = re.compile(r"\\.", re.DOTALL)
PART = re.compile(r"(?:\\.|[^\\~])+", re.DOTALL)
SIGN = re.compile(r"\s*(?:=|%(-?\d{1,3}(?:\.\d{0,10})?)%)")
FEEDBACK = re.compile(r"((?:\\.|[^\\#])*)(?:#(.*))?", re.DOTALL)
ESCAPED = re.compile(r"\\([}~#/\"\\=])")
SPECIAL = re.compile(r"[}~#/\"\\]")
NUMBERED = re.compile(r"\[\[(\d{1,3})\]\]")


def read_cloze(question: Element, asked: MoodleQuestion) -> None:
    element = question.find("questiontext")
    style = "moodle" if element is None else style_of(element)
    around, found = embedded_in(raw_text(element))
    asked.type = "cloze"
    asked.gaps = [gap_of(kind, answers, style, asked) for _weight, kind, answers in found]
    if len({weight or "1" for weight, _kind, _answers in found}) > 1:
        asked.notes.append(_("Each gap counts the same here."))
    asked.pieces = plain(GAP.join(around), style).split(GAP)


def embedded_in(raw: str) -> tuple[list[str], list[tuple[str, str, str]]]:
    """What stands around the gaps, and each with its weight, its type and its answers."""
    mask = PAIR.sub("\0\0", raw)
    around: list[str] = []
    found: list[tuple[str, str, str]] = []
    at = 0
    while begun := BEGUN.search(mask, at):
        end = mask.find("}", begun.end())
        if end < 0:
            raise Refused(_("The gap that begins with %(begun)s has no end.") % {"begun": begun[0]})
        around.append(raw[at : begun.start()])
        found.append((begun[1], begun[2], raw[begun.end() : end]))
        at = end + 1
    return [*around, raw[at:]], found


def gap_of(kind: str, answers: str, style: str, asked: MoodleQuestion) -> Gap:
    if kind in WITH_CAPITALS:
        asked.notes.append(_("Capitals mattered in Moodle; they don't here."))
    if CHOSEN.fullmatch(kind):
        return Gap(choose=True, answers=list(answers_of(answers, style)))
    if kind in TYPED:
        return Gap(choose=False, answers=list(answers_of(answers, "plain")))
    if kind in NUMBERS:
        return Gap(choose=False, answers=list(exact_numbers(answers)))
    raise Refused(_("It has a gap of the type %(kind)s, which ours don't have.") % {"kind": kind})


def answers_of(written: str, style: str) -> Iterator[MoodleAnswer]:
    """Parted by ~, each with = or its per cent before it where it earns something."""
    for part in PART.findall(written):
        sign = SIGN.match(part)
        percent = sign[1] if sign else "0"
        if percent and percent_problem(percent):
            raise Refused(percent_problem(percent))
        said = FEEDBACK.fullmatch(part[sign.end() :] if sign else part)
        text, feedback = (said[1], said[2] or "") if said else (part, "")
        yield MoodleAnswer(
            text=plain(meant(text), style),
            weight=from_percent(percent) if percent else WHOLE,
            feedback=plain(meant(feedback), "html"),
        )


def exact_numbers(written: str) -> Iterator[MoodleAnswer]:
    """A gap to write in compares letters, so that a number must be meant to the last one."""
    for one in answers_of(written, "plain"):
        value, _colon, tolerance = one.text.partition(":")
        if tolerance.strip(" 0."):
            raise Refused(_("A gap for a number takes near ones too; ours take it exactly."))
        one.text = value.strip()
        yield one


def meant(written: str) -> str:
    return ESCAPED.sub(r"\1", written)


def read_choices_of_groups(question: Element, asked: MoodleQuestion) -> None:
    """[[2]] takes the second answer; those of its group are what there is to choose from."""
    element = question.find("questiontext")
    style = "moodle" if element is None else style_of(element)
    raw = raw_text(element)
    listed = question.findall("selectoption") + question.findall("dragbox")
    texts = [words(one) for one in listed]
    groups = [(one.findtext("group") or "1").strip() for one in listed]
    asked.gaps = [gap_of_group(int(found[1]), texts, groups) for found in NUMBERED.finditer(raw)]
    asked.pieces = plain(NUMBERED.sub(GAP, raw), style).split(GAP)


def gap_of_group(number: int, texts: Sequence[str], groups: Sequence[str]) -> Gap:
    if not 1 <= number <= len(texts):
        raise Refused(_("Gap %(n)d has no answer.") % {"n": number})
    right, group = texts[number - 1], groups[number - 1]
    others = dict.fromkeys(
        text for text, of in zip(texts, groups, strict=True) if of == group and text != right
    )
    wrong = [MoodleAnswer(text=text, weight=WHOLE * 0) for text in others]
    return Gap(choose=True, answers=[MoodleAnswer(text=right), *wrong])


def cloze_html(asked: MoodleQuestion) -> str:
    """The text with its gaps, in which no other brace is one."""
    before, *rest = asked.pieces
    stem, _rule, begun = before.partition(RULE)
    parts = [f"<p>{prose(stem)}</p><hr><p>{prose(begun)}"]
    for gap, text in zip(asked.gaps, rest, strict=True):
        parts.append(f"{embedded(gap)}{prose(text)}")
    return "".join([*parts, "</p>"])


def prose(text: str) -> str:
    return html_of(text).replace("{", "&#123;").replace("}", "&#125;")


def embedded(gap: Gap) -> str:
    kind = "MULTICHOICE" if gap.choose else "SHORTANSWER"
    written = []
    for one in gap.answers:
        sign = "=" if one.weight == 1 else f"%{to_percent(one.weight)}%"
        text = html_of(one.text) if gap.choose else one.text
        written.append(sign + SPECIAL.sub(lambda found: f"\\{found[0]}", text))
    return f"{{1:{kind}:{'~'.join(written)}}}"
