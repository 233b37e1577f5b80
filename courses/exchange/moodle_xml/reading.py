"""From a `question` element to a question in Moodle's terms."""

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused, check_answers
from courses.exchange.moodle.questions import MoodleAnswer, MoodleQuestion
from courses.exchange.moodle.unknown import REASONS, why_unknown
from courses.exchange.moodle_xml.elements import (
    child_text,
    child_words,
    is_on,
    raw_text,
    style_of,
    tags_of,
    weight_of,
    words,
)
from courses.exchange.moodle_xml.gaps import read_choices_of_groups, read_cloze
from courses.exchange.plain import name_from, plain
from hub.core.one_line import shortened

LISTED = ("answer", "subquestion", "selectoption", "dragbox", "hint", "tags/tag")
FOLLOWING = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
# Moodle's own sentences, which it puts there by itself.
USUAL = (
    "your answer is correct.",
    "your answer is partially correct.",
    "your answer is incorrect.",
)


def name_of(question: Element) -> str:
    try:
        name = raw_text(question, "name/text") or raw_text(question, "questiontext/text")
    except Refused:
        name = ""
    return name_from(name)


def read_question(question: Element, category: Sequence[str]) -> MoodleQuestion:
    """Raises Refused with the reason."""
    kind = question.get("type", "").strip()
    if kind in REASONS or kind not in READERS:
        raise Refused(why_unknown(kind))
    check_answers(sum(len(question.findall(name)) for name in LISTED))
    refuse_files(question)
    asked = MoodleQuestion(type=kind, text="", tags=[*category, *tags_of(question)])
    if kind not in WITH_GAPS:
        asked.text = child_words(question, "questiontext")
    asked.feedback = child_words(question, "generalfeedback")
    asked.hints = [text for hint in question.findall("hint") if (text := words(hint))]
    note_what_is_left(question, asked)
    READERS[kind](question, asked)
    return asked


def refuse_files(question: Element) -> None:
    named = [file.get("name", "") for file in question.iter("file")]
    named += [image for name in ("image", "image_base64") if (image := child_text(question, name))]
    if named:
        told = {"name": shortened(named[0], 60)}
        raise Refused(_("It has a picture or file (%(name)s), which our questions don't.") % told)


def note_what_is_left(question: Element, asked: MoodleQuestion) -> None:
    grade = child_text(question, "defaultgrade")
    if grade and grade.rstrip("0").rstrip(".") != "1":
        asked.notes.append(
            _("It counts as one here; in Moodle it was %(n)s.") % {"n": shortened(grade, 20)}
        )
    said = [child_words(question, name) for name in FOLLOWING]
    if any(text and text.casefold() not in USUAL for text in said):
        asked.notes.append(_("What is said to right or wrong answers as a whole is left out."))


def read_choices(question: Element, asked: MoodleQuestion) -> None:
    usual = question.find("questiontext")
    style = "" if usual is None else usual.get("format", "")
    asked.single = is_on(child_text(question, "single"), usual=True)
    asked.answers = [
        MoodleAnswer(text=words(answer, style), weight=weight_of(answer), feedback=said_to(answer))
        for answer in question.findall("answer")
    ]


def said_to(answer: Element) -> str:
    return child_words(answer, "feedback")


def read_written(question: Element, asked: MoodleQuestion) -> None:
    """What people write is no HTML, whatever its format says."""
    if is_on(child_text(question, "usecase"), usual=False):
        asked.notes.append(_("Capitals mattered in Moodle; they don't here."))
    asked.answers = [
        MoodleAnswer(
            text=raw_text(answer),
            weight=weight_of(answer),
            feedback=said_to(answer),
            tolerance=child_text(answer, "tolerance"),
        )
        for answer in question.findall("answer")
    ]


def read_numbers(question: Element, asked: MoodleQuestion) -> None:
    read_written(question, asked)
    asked.units = [
        (child_text(unit, "unit_name"), child_text(unit, "multiplier"))
        for unit in question.findall("units/unit")
    ]
    if child_text(question, "unitgradingtype") not in {"", "0"}:
        asked.notes.append(_("A wrong unit cost marks in Moodle; here it is no number."))


def read_pairs(question: Element, asked: MoodleQuestion) -> None:
    """Both sides may be HTML where they are dragged; else the right one is plain."""
    asked.answers = [
        MoodleAnswer(text=words(pair), match=match_of(pair))
        for pair in question.findall("subquestion")
    ]


def match_of(pair: Element) -> str:
    answer = pair.find("answer")
    if answer is None or not answer.get("format"):
        return raw_text(answer)
    return plain(raw_text(answer), style_of(answer))


def read_order(question: Element, asked: MoodleQuestion) -> None:
    if child_text(question, "selecttype").upper() not in {"", "ALL", "0"}:
        asked.notes.append(_("Moodle asked for some of its steps; all are asked here."))
    if child_text(question, "gradingtype").upper() in {"ALL_OR_NOTHING", "-1"}:
        asked.notes.append(_("Part of the order earns part of the mark here."))
    asked.answers = [MoodleAnswer(text=words(answer)) for answer in question.findall("answer")]


def read_essay(question: Element, asked: MoodleQuestion) -> None:
    asked.grader = child_words(question, "graderinfo")
    if child_text(question, "attachmentsrequired") not in {"", "0"}:
        asked.notes.append(_("Nobody hands in files here."))


WITH_GAPS = ("cloze", "gapselect", "ddwtos")
READERS: dict[str, Callable[[Element, MoodleQuestion], None]] = {
    "multichoice": read_choices,
    "truefalse": read_choices,
    "shortanswer": read_written,
    "numerical": read_numbers,
    "matching": read_pairs,
    "match": read_pairs,
    "ddmatch": read_pairs,
    "ordering": read_order,
    "essay": read_essay,
    "cloze": read_cloze,
    "multianswer": read_cloze,
    "gapselect": read_choices_of_groups,
    "ddwtos": read_choices_of_groups,
}
