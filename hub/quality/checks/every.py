"""All checks of one page, in the order of their weight."""

from collections.abc import Iterator

from hub.pages.models import HubPage
from hub.quality.checks.alternatives import alternatives
from hub.quality.checks.details import details
from hub.quality.checks.headings import headings
from hub.quality.checks.law import law
from hub.quality.checks.links import dead_links, link_words
from hub.quality.checks.needed import needed
from hub.quality.checks.reading import hard_parts, long_sentences
from hub.quality.checks.terms import terms
from hub.quality.finding import Finding
from hub.quality.passages import Passage, passages
from hub.quality.surroundings import Library, library, surroundings_of

# Some thirty times the longest page there is: no text makes an editor or the sweep wait long.
MOST_CHARACTERS = 200_000


def page_findings(page: HubPage, known: Library | None = None) -> list[Finding]:
    """What could be mended in a page as it stands in memory. Nothing is fetched or stored.

    Some 80 ms for 20,000 characters, and the queries of its surroundings. What stands beyond
    MOST_CHARACTERS isn't looked at.
    """
    around = surroundings_of(page, known or library())
    texts = list(first_of(passages(page)))

    def found() -> Iterator[Finding]:
        yield from needed(page)
        yield from details(texts)
        yield from dead_links(page, texts, around)
        yield from law(page, texts, around)
        yield from alternatives(page)
        yield from terms(texts, around.library)
        yield from link_words(texts)
        yield from headings(page)
        yield from hard_parts(texts)
        yield from long_sentences(texts)

    return list(found())


def first_of(texts: Iterator[Passage]) -> Iterator[Passage]:
    """Whole passages as long as there is room."""
    room = MOST_CHARACTERS
    for passage in texts:
        room -= len(passage.html) + sum(map(len, passage.lines))
        if room < 0:
            return
        yield passage
