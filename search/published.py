"""What anybody can read on the hub's own pages, for the check of personal details."""

from collections.abc import Iterable

from wagtail.models import Page

from hub.access.registry import kinds
from hub.access.rules import EVERYONE, digest
from search.models import Entry, EntrySection

MOST_TEXTS = 200


def public_texts_with(word: str) -> Iterable[str]:
    """Sections of public pages that hold a word; posts of the forum are no pages.

    One query that reads the sections of the whole index, so ask only for what was found in a text.
    """
    names = [kind.name for kind in kinds() if issubclass(kind.model, Page)]
    entries = Entry.objects.unexpired().filter(kind__in=names, rule__digest=digest(EVERYONE))
    sections = EntrySection.objects.filter(entry__in=entries, text__icontains=word)
    return sections.values_list("text", flat=True)[:MOST_TEXTS]
