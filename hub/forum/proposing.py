"""Themes that fit what somebody writes, by its words. Nothing is chosen by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.glossary.models import TermPage
from hub.glossary.words import forms_of
from hub.pages.lines import lines
from hub.taxonomy.models import Theme

MOST_PROPOSED = 3
MOST_REASONS = 3
WORD = re.compile(r"[\w&]+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A theme, and the words of the text that speak for it."""

    theme: Theme
    words: tuple[str, ...]


def proposed_themes(text: str, reader: Reader) -> list[Proposal]:
    """Themes that the text names, or whose glossary terms it uses; most words first.

    Four queries for any text, and none for an empty one.
    """
    said = Said(text)
    if not said.folded.strip():
        return []
    reasons: dict[int, dict[str, None]] = {}
    for theme_id, form in theme_words(reader):
        if form in said:
            reasons.setdefault(theme_id, {})[form] = None
    best = sorted(reasons, key=lambda pk: len(reasons[pk]), reverse=True)[:MOST_PROPOSED]
    themes = Theme.objects.in_bulk(best)
    return [Proposal(themes[pk], tuple(reasons[pk])[:MOST_REASONS]) for pk in best]


class Said:
    """The words of a text in their order. Letters such as NRM count only as they are written."""

    def __init__(self, text: str) -> None:
        self.written = in_words(text)
        self.folded = self.written.casefold()

    def __contains__(self, form: str) -> bool:
        is_letters = any(letter.isupper() for letter in form[1:]) and " " not in form
        words = in_words(form) if is_letters else in_words(form).casefold()
        text = self.written if is_letters else self.folded
        return bool(words.strip()) and (words in text or f"{words.rstrip()}s " in text)


def in_words(text: str) -> str:
    """With a space around each word."""
    return f" {' '.join(WORD.findall(text))} "


def theme_words(reader: Reader) -> Iterator[tuple[int, str]]:
    """Each theme's name and the terms of the glossary that stand under it, for this reader."""
    yield from Theme.objects.values_list("pk", "name")
    terms = readable_pages(TermPage.objects.exclude(themes=None), reader).order_by("pk")
    for theme_id, title, words in terms.values_list("themes", "title", "words_in_lines"):
        for form in forms_of(title, lines(words)):
            yield theme_id, form
