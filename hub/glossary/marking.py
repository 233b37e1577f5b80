"""Marks the first use of each term in a piece of HTML, and gathers what the marks open.

The text is cut at its tags and put together again unchanged; only words become buttons. A parser
that rebuilt the HTML would also rewrite drawings and entities that are none of its business.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

TAG = re.compile(r"""(<(?:!--.*?--|[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*)>)""", re.DOTALL)
TAG_NAME = re.compile(r"<\s*(/?)\s*([a-zA-Z][a-zA-Z0-9]*)")
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
CLOSED = frozenset({"a", "button", "label", "nav", "option", "select", "summary", "textarea"})
CLOSED |= {"blockquote", "caption", "cite", "code", "dt", "figcaption", "pre", "q", "th"}
CLOSED |= {"h1", "h2", "h3", "h4", "h5", "h6", "legend", "script", "style", "svg", "title"}
APOSTROPHE = "(?:'|’|&#x27;|&#39;|&rsquo;)"


@dataclass(frozen=True, slots=True)
class Entry:
    """A term as marking needs it: what may stand in the text, and what pressing it shows."""

    key: int
    title: str
    forms: tuple[str, ...]
    meaning: str
    url: str

    @property
    def anchor(self) -> str:
        return f"term-{self.key}"


@dataclass(slots=True)
class Marker:
    """Marks each term once, over however many pieces of one page it is given."""

    entries: Sequence[Entry]
    used: dict[int, Entry] = field(default_factory=dict)

    def mark(self, html: str) -> SafeString:
        unused = tuple(entry for entry in self.entries if entry.key not in self.used)
        pattern, by_form = _search(unused)
        if pattern is None:
            return mark_safe(html)  # noqa: S308 rendered by our own templates
        pieces: list[str] = []
        open_tags: list[str] = []
        for piece in TAG.split(html):
            if piece.startswith("<"):
                _follow(piece, open_tags)
            elif not CLOSED.intersection(open_tags):
                piece = pattern.sub(lambda match: self._button(match[0], by_form), piece)
            pieces.append(piece)
        return mark_safe("".join(pieces))  # noqa: S308 the pieces came escaped

    def _button(self, word: str, by_form: Mapping[str, Entry]) -> str:
        entry = by_form.get(_key(word)) or by_form.get(_key(word.removesuffix("s")))
        if entry is None or entry.key in self.used:
            return word
        self.used[entry.key] = entry
        return (
            f'<button class="cg-term" type="button" popovertarget="{entry.anchor}">{word}</button>'
        )

    def popovers(self) -> SafeString:
        """One element for each marked term, to stand after the text."""
        return SafeString("\n".join(_popover(entry) for entry in self.used.values()))


@lru_cache(maxsize=32)
def _search(entries: tuple[Entry, ...]) -> tuple[re.Pattern[str] | None, Mapping[str, Entry]]:
    """What finds the forms of these terms, and whose they are. Pages share most of it."""
    by_form = {_key(form): entry for entry in entries for form in entry.forms}
    if not by_form:
        return None, by_form
    words = _any_of(sorted(by_form, key=len, reverse=True))
    return re.compile(rf"(?<![\w&#-])(?:{words})(?![\w-])"), by_form


def _key(form: str) -> str:
    plain = re.sub(APOSTROPHE, "'", form)
    return plain if _is_letters(plain) else plain.casefold()


def _is_letters(form: str) -> bool:
    """Abbreviations count only as they are written: NRM, not nrm."""
    return any(letter.isupper() for letter in form[1:])


def _any_of(forms: Iterable[str]) -> str:
    """The forms by their first sign, so that most places in a text are left after one look."""
    by_first: dict[str, list[str]] = {}
    for form in forms:
        first, rest = form[0], _expression(form[1:])
        if _is_letters(form):
            by_first.setdefault(re.escape(first), []).append(f"{rest}s?")
        else:
            either = re.escape(first.lower()) + re.escape(first.upper())
            by_first.setdefault(f"[{either}]", []).append(f"(?i:{rest}s?)")
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items())


def _expression(text: str) -> str:
    return re.escape(text).replace("'", APOSTROPHE).replace(r"\ ", r"\s+")


def _follow(tag: str, open_tags: list[str]) -> None:
    """Keeps the list of open elements; an end tag closes what was left open inside it."""
    match = TAG_NAME.match(tag)
    if match is None:
        return
    name = match[2].lower()
    if match[1]:
        while name in open_tags and open_tags.pop() != name:
            continue
    elif name not in VOID and not tag.rstrip().endswith("/>"):
        open_tags.append(name)


def _popover(entry: Entry) -> str:
    return format_html(
        '<div class="cg-definition" id="{}" popover>'
        '<p class="cg-definition__word">{}</p><p>{}</p>'
        '<p><a href="{}">{}</a></p></div>',
        entry.anchor,
        entry.title,
        entry.meaning,
        entry.url,
        _("More in the glossary"),
    )
