from hub.demo.loader.content import Fact, facts
from hub.demo.loader.pages import Shelf
from hub.glossary.models import GlossaryIndexPage, TermPage

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


def term_page(fact: Fact) -> TermPage:
    return TermPage(
        title=fact["term"],
        summary=fact["definition"],
        definition=fact["definition"],
        other_words="\n".join(fact["synonyms"]),
        definitions_differ=fact["definitions_differ_between_agencies"],
        difference_note=fact["difference_note"] or "",
        care=fact["use_with_care"],
        care_note=fact["care_note"] or "",
        category=fact["category"].replace(" ", "-"),
        mark_in_text=fact["term"].lower() not in EVERYDAY,
    )
