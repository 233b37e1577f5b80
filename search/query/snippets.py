"""Passages with their matches marked. The text is escaped first; only then are marks put in."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.engines.base import MARK_END, MARK_START


def marked(passage: str) -> SafeString:
    """HTML of a passage from an engine. Marks that don't pair up are dropped."""
    before, *others = (escape(part) for part in passage.split(MARK_START))
    html = before.replace(MARK_END, "")
    for part in others:
        inside, found, after = part.partition(MARK_END)
        after = after.replace(MARK_END, "")
        html += f"<mark>{inside}</mark>{after}" if found else inside
    return mark_safe(html)  # noqa: S308 - every part was escaped above
