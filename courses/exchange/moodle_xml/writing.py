"""From questions in Moodle's terms to Moodle XML."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, tostring

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused
from courses.exchange.moodle.questions import MoodleAnswer, MoodleQuestion
from courses.exchange.moodle_xml.gaps import cloze_html
from courses.questions.weights import to_percent
from hub.core.one_line import shortened

# What XML 1.0 has no way to write.
UNSAYABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
PLAIN = "plain_text"
OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
CLOSE = "</quiz>\n"


def write_xml(asked: MoodleQuestion) -> str:
    """One `question` element. Raises Refused where Moodle has no such type."""
    if asked.type not in WRITERS:
        raise Refused(_("Moodle has no such type of question."))
    question = Element("question", type=asked.type)
    put(SubElement(question, "name"), shortened(asked.stem))
    if asked.type == "cloze":
        put(SubElement(question, "questiontext", format="html"), cloze_html(asked))
    else:
        said(question, "questiontext", asked.stem)
    said(question, "generalfeedback", asked.feedback)
    setting(question, "defaultgrade", "1")
    setting(question, "penalty", "0")
    setting(question, "hidden", "0")
    WRITERS[asked.type](question, asked)
    for hint in asked.hints:
        said(question, "hint", hint)
    if asked.tags:
        tags = SubElement(question, "tags")
        for tag in asked.tags:
            put(SubElement(tags, "tag"), tag)
    return tostring(question, encoding="unicode") + "\n"


def put(parent: Element, text: str) -> None:
    SubElement(parent, "text").text = UNSAYABLE.sub("", text)


def said(parent: Element, name: str, text: str) -> None:
    put(SubElement(parent, name, format=PLAIN), text)


def setting(parent: Element, name: str, value: str) -> None:
    SubElement(parent, name).text = UNSAYABLE.sub("", value)


def answer_element(question: Element, one: MoodleAnswer, style: str = PLAIN) -> Element:
    answer = SubElement(question, "answer", fraction=to_percent(one.weight), format=style)
    put(answer, one.text)
    said(answer, "feedback", one.feedback)
    return answer


def choices(question: Element, asked: MoodleQuestion) -> None:
    setting(question, "single", "true" if asked.single else "false")
    setting(question, "shuffleanswers", "true")
    setting(question, "answernumbering", "none")
    for one in asked.answers:
        answer_element(question, one)


def judgement(question: Element, asked: MoodleQuestion) -> None:
    for one in asked.answers:
        answer = answer_element(question, one, "moodle_auto_format")
        answer.findall("text")[0].text = one.text.lower()


def written(question: Element, asked: MoodleQuestion) -> None:
    setting(question, "usecase", "0")
    for one in asked.answers:
        answer_element(question, one, "moodle_auto_format")


def numbers(question: Element, asked: MoodleQuestion) -> None:
    for one in asked.answers:
        answer = answer_element(question, one, "moodle_auto_format")
        setting(answer, "tolerance", one.tolerance or "0")
    if asked.units:
        units = SubElement(question, "units")
        for name, multiplier in asked.units:
            unit = SubElement(units, "unit")
            setting(unit, "multiplier", multiplier)
            setting(unit, "unit_name", name)
        setting(question, "unitgradingtype", "0")
        setting(question, "unitpenalty", "0")
        setting(question, "showunits", "0")


def pairs(question: Element, asked: MoodleQuestion) -> None:
    setting(question, "shuffleanswers", "true")
    for one in asked.answers:
        pair = SubElement(question, "subquestion", format=PLAIN)
        put(pair, one.text)
        put(SubElement(pair, "answer"), one.match)


def order(question: Element, asked: MoodleQuestion) -> None:
    setting(question, "layouttype", "VERTICAL")
    setting(question, "selecttype", "ALL")
    setting(question, "selectcount", "0")
    setting(question, "gradingtype", "LONGEST_ORDERED_SUBSET")
    setting(question, "showgrading", "SHOW")
    setting(question, "numberingstyle", "none")
    for place, one in enumerate(asked.answers, start=1):
        answer = SubElement(question, "answer", fraction=str(place), format=PLAIN)
        put(answer, one.text)
        said(answer, "feedback", "")


def essay(question: Element, asked: MoodleQuestion) -> None:
    setting(question, "responseformat", "plain")
    setting(question, "responserequired", "1")
    setting(question, "responsefieldlines", "10")
    setting(question, "attachments", "0")
    said(question, "graderinfo", asked.grader)


def gaps(_question: Element, _asked: MoodleQuestion) -> None:
    """They stand in the text."""


WRITERS: dict[str, Callable[[Element, MoodleQuestion], None]] = {
    "multichoice": choices,
    "truefalse": judgement,
    "shortanswer": written,
    "numerical": numbers,
    "matching": pairs,
    "ordering": order,
    "essay": essay,
    "cloze": gaps,
}
