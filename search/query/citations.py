"""Provisions that a search cites, such as "s.45 MSA 2015", found in the hub's own law."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hub.access.readers import Reader
from hub.legislation.aliases import SMALL_WORDS, initials
from hub.legislation.citations import Span, spans_cited, spans_of_label
from hub.legislation.models import ProvisionPage
from search.models import Entry
from search.query.stopwords import STOPWORDS
from search.query.things import Thing

PROVISION = "provision"
MOST_NAMED = 10
WORD = re.compile(r"\w+")
CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
YEAR = re.compile(r"(?:19|20)\d\d")
# "s45 crime act" names no act; "anti social behaviour act" does.
FEWEST_OF_TITLE = 2


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision as citing needs it."""

    pk: int
    label: str
    act: str
    forms: str
    text: str

    def closeness(self, wanted: Sequence[Span]) -> int:
        """2 where it is what was cited, 1 where it holds it among others, else 0."""
        spans = spans_of_label(self.label)
        names = {word.lower() for word in WORD.findall(self.forms)}
        for cited in wanted:
            digits, letters = cited.first
            if (cited in spans and len(spans) == 1) or (letters and f"{digits}{letters}" in names):
                return 2
        return int(any(span.meets(cited) for span in spans for cited in wanted))

    def act_named(self, words: Sequence[str], years: set[str]) -> float:
        """How surely the words name its act: 0 for not at all, or with another year."""
        year = YEAR.findall(self.act)[-1:]
        if years and not years.intersection(year):
            return 0.0
        short = {initials(self.act).lower(), *map(str.lower, CAPITALS.findall(self.forms))}
        if short.intersection(words):
            return 3.0
        share = share_of_title(self.act, words)
        return 2 * share if share else float(bool(years))

    def held(self, words: set[str]) -> int:
        return len(words & set(WORD.findall(self.text.lower())))


def share_of_title(act: str, words: Sequence[str]) -> float:
    """Which share of an act's title the words hold in its order; 0 where that names no act."""
    title = [w for w in WORD.findall(act.lower()) if w != "act" and not YEAR.fullmatch(w)]
    said = f" {' '.join(words)} "
    for length in range(len(title), 0, -1):
        for start in range(len(title) - length + 1):
            run = title[start : start + length]
            heavy = [word for word in run if word not in SMALL_WORDS]
            enough = len(heavy) >= FEWEST_OF_TITLE or length == len(title)
            if enough and f" {' '.join(run)} " in said:
                return length / len(title)
    return 0.0


def provisions(reader: Reader) -> Iterator[Provision]:
    """Every provision this reader may see. Two queries."""
    texts = Entry.objects.readable_by(reader).filter(kind=PROVISION)
    rows = texts.values_list("object_id", "text__title", "text__aliases", "text__summary")
    text_of = {pk: " ".join(row) for pk, *row in rows}
    pages = ProvisionPage.objects.live().filter(pk__in=list(text_of))
    for pk, label, act, forms in pages.values_list(
        "pk", "section_label", "act_title", "cite_forms"
    ):
        yield Provision(pk, label, act, forms, text_of[pk])


def cited(text: str, reader: Reader) -> list[Thing]:
    """The provisions that the text cites, surest first. No query where it cites none.

    Where it names an act, those of this act. Where it names none, those of every act; and where it
    says more than the number, only those that hold the most of its words.
    """
    wanted, rest = spans_cited(text)
    if not wanted:
        return []
    words = [word for word in WORD.findall(rest.lower()) if word != "act"]
    years = set(filter(YEAR.fullmatch, words))
    known = list(provisions(reader))
    surety = {item.act: 0.0 for item in known}
    for item in known:
        surety[item.act] = max(surety[item.act], item.act_named(words, years))
    surest = max(surety.values(), default=0.0)
    found = [item for item in known if item.closeness(wanted) and surety[item.act] == surest]
    if not surest and years:
        return []
    if not surest:
        found = holding_most(found, set(words) - STOPWORDS)
    found.sort(key=lambda item: -item.closeness(wanted))
    return [(PROVISION, item.pk) for item in found[:MOST_NAMED]]


def holding_most(found: Sequence[Provision], words: set[str]) -> list[Provision]:
    most = max((item.held(words) for item in found), default=0)
    if words and not most:
        return []
    return [item for item in found if item.held(words) == most]
