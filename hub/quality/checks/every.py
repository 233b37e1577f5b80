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
from hub.quality.passages import passages
from hub.quality.surroundings import Library, library, surroundings_of


def page_findings(page: HubPage, known: Library | None = None) -> list[Finding]:
    """What could be mended in a page as it stands in memory. Nothing is fetched or stored.

    Some 80 ms for 20,000 characters, and the queries of its surroundings, however long it is.
    """
    around = surroundings_of(page, known or library())
    texts = list(passages(page))

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
