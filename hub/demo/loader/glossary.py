from hub.demo.loader.content import Fact, facts
from hub.demo.loader.pages import Shelf
from hub.glossary.enums import Widening
from hub.glossary.models import GlossaryIndexPage, OtherWord, TermPage

# Everyday words that mostly mean something else where they stand in a text.
EVERYDAY = frozenset(
    {
        "diversion",
        "elders",
        "exploitation",
        "food",
        "placement",
        "prevent",
        "resilience",
        "runner",
        "taxing",
        "threshold",
        "youngers",
    }
)


def load_glossary(shelf: Shelf) -> None:
    index = GlossaryIndexPage.objects.get()
    for fact in facts("glossary"):
        shelf.ensure(index, term_page(fact), fact)


def widening_of(word: str, fact: Fact) -> Widening:
    """Two-way, unless the fact lists the word as one-way or shown only."""
    if word in fact.get("shown_only", ()):
        return Widening.SHOWN
    return Widening.ONE_WAY if word in fact.get("one_way", ()) else Widening.BOTH


def term_page(fact: Fact) -> TermPage:
    page = TermPage(
        title=fact["term"],
        summary=fact["definition"],
        definition=fact["definition"],
        definitions_differ=fact["definitions_differ_between_agencies"],
        difference_note=fact["difference_note"] or "",
        care=fact["use_with_care"],
        care_note=fact["care_note"] or "",
        category=fact["category"].replace(" ", "-"),
        mark_in_text=fact["term"].lower() not in EVERYDAY,
    )
    page.words = [
        OtherWord(word=word, widening=widening_of(word, fact), sort_order=place)
        for place, word in enumerate(fact["synonyms"])
    ]
    return page
