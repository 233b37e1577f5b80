"""Writes of the search log. None of them knows who asked."""

from django.utils import timezone

from hub.core.personal_details.checking import check_text
from search.learning.answers import Answer
from search.learning.waiting import if_possible
from search.models import LoggedSearch
from search.models.logged import LONGEST_WORDS
from search.query.finding import PER_PAGE


def same_words(text: str) -> str:
    """How a query is written down, so that those who ask the same are counted together."""
    return text.casefold().strip(" ?!.")[:LONGEST_WORDS]


def log_search(*, text: str, total: int, page: int, narrowed: bool) -> Answer | None:
    """Adds a page of results that somebody is shown. One INSERT.

    None where nothing was written: because the words may point at a person, or the database was
    busy. A query that may point at a person leaves no trace at all.
    """
    words = same_words(text)
    if not words or check_text(text).findings:
        return None
    search = LoggedSearch(
        day=timezone.localdate(), words=words, page=page, total=total, narrowed=narrowed
    )
    written = False
    with if_possible():
        search.save(force_insert=True)
        written = True
    first = (page - 1) * PER_PAGE + 1
    return Answer(search, first, min(first + PER_PAGE - 1, total)) if written else None


def note_opened(*, search: LoggedSearch, place: int) -> None:
    """Keeps the place of the first thing opened from a page; safe to repeat. One UPDATE."""
    with if_possible():
        LoggedSearch.objects.filter(pk=search.pk, opened_at=None).update(opened_at=place)


def note_missed(*, search: LoggedSearch, wanted: str) -> LoggedSearch:
    """Keeps that it wasn't what somebody needed. Words given once stay when it is said again."""
    search.missed = True
    search.wanted = wanted or search.wanted
    search.save(update_fields=["missed", "wanted"])
    return search
