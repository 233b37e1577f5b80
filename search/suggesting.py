"""What a search box proposes while somebody types: public things whose name begins like that."""

from dataclasses import dataclass

from hub.access.readers import ANONYMOUS
from hub.access.registry import kind_named
from search.engines.base import Engine
from search.models import Entry
from search.query.finding import decided_again
from search.query.leading import hit_of
from search.query.parsing import WORD, tidy

MOST = 8
# So many names are ranked: the engine gives them in no order.
ASKED = 200
MOST_WORDS = 8
SHORTEST = 2
# What explains a word, and what says what to do, before everything else.
FIRST = ("term", "guidance")


@dataclass(frozen=True, slots=True)
class Suggestion:
    title: str
    kind: str
    url: str


def suggestions(text: str, engine: Engine) -> list[Suggestion]:
    """At most eight, the same for everybody: nothing is in them that isn't open to all.

    Each is decided again in the database. Seven short queries, none for less than two letters.
    """
    words = tuple(WORD.findall(tidy(text).lower()))[:MOST_WORDS]
    if len("".join(words)) < SHORTEST:
        return []
    ids = engine.complete(words, ASKED)
    entries = Entry.objects.readable_by(ANONYMOUS).filter(pk__in=ids).select_related("text")
    typed = " ".join(words)
    best = sorted(entries.defer("text__body"), key=lambda entry: rank(entry, typed))[: MOST * 2]
    seen = decided_again([hit_of(entry) for entry in best], ANONYMOUS)
    return [suggestion(entry) for entry in best if entry.pk in seen][:MOST]


def rank(entry: Entry, typed: str) -> tuple[bool, bool, int, int, str]:
    """Glossary and guidance, then what begins just like that, then short names."""
    names = [entry.text.title, *entry.text.other_names.splitlines()]
    begins = any(" ".join(WORD.findall(name.lower())).startswith(typed) for name in names)
    order = kind_named(entry.kind).order
    return (entry.kind not in FIRST, not begins, len(entry.text.title), order, entry.text.title)


def suggestion(entry: Entry) -> Suggestion:
    label = str(kind_named(entry.kind).label)
    return Suggestion(entry.text.title, label, entry.text.url)
