"""What the elements of Moodle XML say, as plain text."""

from collections.abc import Sequence
from fractions import Fraction
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from courses.exchange.drafts import Refused
from courses.exchange.plain import check_length, plain
from courses.questions.weights import from_percent, percent_problem

STYLES = {"html", "markdown", "plain_text"}


def raw_text(parent: Element | None, path: str = "text") -> str:
    """What stands in the element of that path, as it is; "" where there is none."""
    found = None if parent is None else parent.find(path)
    if found is None:
        return ""
    if len(found):
        raise Refused(_("HTML stands in it without CDATA, so that it is no longer HTML."))
    text = (found.text or "").strip()
    check_length(text)
    return text


def style_of(element: Element, usual: str = "") -> str:
    said = element.get("format", usual)
    return said if said in STYLES else "moodle"


def words(parent: Element | None, usual: str = "") -> str:
    """Plain text of an element with a `text` and a format."""
    return "" if parent is None else plain(raw_text(parent), style_of(parent, usual))


def child_words(question: Element, name: str) -> str:
    return words(question.find(name))


def child_text(question: Element, name: str) -> str:
    """Of settings, which have no `text`."""
    return (question.findtext(name) or "").strip()


def weight_of(answer: Element) -> Fraction:
    said = answer.get("fraction", "0").strip() or "0"
    problem = percent_problem(said)
    if problem:
        raise Refused(problem)
    return from_percent(said)


def is_on(text: str, usual: bool) -> bool:
    return text.casefold() in {"true", "1"} if text else usual


def tags_of(question: Element) -> Sequence[str]:
    return [raw_text(tag) for tag in question.findall("tags/tag")]
