"""What the page of results shows, ready for its templates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from hub.access.registry import kind_named
from hub.core.dates import long_date
from hub.pages.filters import ActiveFilter
from search.engines.base import Filters
from search.enums import Facet, Sort
from search.models import Entry, EntrySection
from search.narrowing import Period, chosen_period, chosen_sort
from search.query.fields import Names
from search.query.filters import Counts
from search.query.finding import Found
from search.query.parsing import WORD
from search.query.snippets import marked

THEMES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Result:
    kind: str
    title: str
    url: str
    meta: tuple[str, ...]
    snippet: SafeString
    section_url: str = ""
    section_title: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry named elsewhere than among results: more like a thing, before a question."""

    kind: str
    title: str
    url: str
    summary: str
    meta: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet: `url` chooses it, or takes it away when it is chosen."""

    label: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FacetBlock:
    title: str
    options: Sequence[Option]


def results(found: Found, words: Sequence[str], names: Names) -> list[Result]:
    return [result(entry, section, found, words, names) for entry, section in found.entries]


def result(
    entry: Entry, section: EntrySection | None, found: Found, words: Sequence[str], names: Names
) -> Result:
    text = entry.text
    place = section if section is not None and section.anchor else None
    return Result(
        kind=str(kind_named(entry.kind).label),
        title=text.title,
        url=text.url,
        meta=(*picked(entry, found), *meta(entry, words, names)),
        snippet=snippet(entry, section, found.passages),
        section_url=f"{text.url}#{place.anchor}" if place else "",
        section_title=(place.heading or _("Go to the passage")) if place else "",
    )


def picked(entry: Entry, found: Found) -> tuple[str, ...]:
    return (_("Editor’s pick"),) if entry.pk in found.picked else ()


def meta(entry: Entry, words: Sequence[str], names: Names) -> tuple[str, ...]:
    """Other names that matched, themes, date."""
    themes = [names[Facet.THEME].get(slug, "") for slug in entry.labels.slugs[Facet.THEME.value]]
    alias = matching_name(entry.text.other_names, words)
    called = [_("also called %(name)s") % {"name": alias}] if alias else []
    dated = [long_date(entry.date)] if entry.date else []
    return (*called, *filter(None, themes[:THEMES_SHOWN]), *dated)


def matching_name(names: str, words: Sequence[str]) -> str:
    """The first other name that shares a word with the query."""
    wanted = set(words)
    return next((n for n in names.splitlines() if wanted & set(WORD.findall(n.lower()))), "")


def snippet(entry: Entry, section: EntrySection | None, passages: Mapping[int, str]) -> SafeString:
    """The passage that matched; the summary where only the title did."""
    passage = passages.get(section.pk, "") if section is not None else ""
    return marked(passage) if passage else escape(entry.text.summary)


def address(query: QueryDict, **changes: Sequence[str]) -> str:
    """The address with some values changed; a change of anything leads to the first page."""
    changed = query.copy()
    changed.pop("page", None)
    for name, values in changes.items():
        changed.setlist(name, list(values))
    return f"?{changed.urlencode()}"


def facet_blocks(
    query: QueryDict, filters: Filters, counts: Counts, names: Names
) -> list[FacetBlock]:
    """Facets that offer a choice. A value that would give nothing is left out unless chosen."""
    blocks = []
    for facet, known in names.items():
        chosen = filters.get(facet, frozenset())
        options = [
            Option(
                label,
                counts.by_facet[facet][value],
                toggled(query, facet, chosen, value),
                value in chosen,
            )
            for value, label in known.items()
            if counts.by_facet[facet][value] or value in chosen
        ]
        if len(options) > 1 or chosen:
            blocks.append(FacetBlock(str(facet.label), options))
    return blocks


def toggled(query: QueryDict, facet: Facet, chosen: frozenset[str], value: str) -> str:
    return address(query, **{facet.value: sorted(chosen ^ {value})})


def active_filters(query: QueryDict, filters: Filters, names: Names) -> list[ActiveFilter]:
    period = chosen_period(query)
    dated = [ActiveFilter(str(period.label), address(query, since=()))] if period else []
    return [
        ActiveFilter(f"{facet.label}: {names[facet][value]}", toggled(query, facet, chosen, value))
        for facet, chosen in filters.items()
        for value in sorted(chosen)
    ] + dated


def without_filters(query: QueryDict) -> str:
    return address(query, since=(), **{facet.value: () for facet in Facet})


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways of which one holds; `url` chooses it."""

    label: str
    url: str
    chosen: bool


def periods(query: QueryDict) -> list[Choice]:
    """How new results must be, any date first."""
    now = chosen_period(query)
    anytime = Choice(_("Any date"), address(query, since=()), now is None)
    return [anytime] + [
        Choice(str(one.label), address(query, since=[one.value]), one == now) for one in Period
    ]


def orders(query: QueryDict) -> list[Choice]:
    """The best match needs no word in the address."""
    now = chosen_sort(query)
    return [
        Choice(
            str(one.label),
            address(query, sort=[] if one == Sort.RELEVANCE else [one.value]),
            one == now,
        )
        for one in Sort
    ]


def rows(entries: Iterable[Entry]) -> list[Row]:
    """Entries for a list without words to mark; their text and labels are at hand."""
    return [
        Row(
            kind=str(kind_named(entry.kind).label),
            title=entry.text.title,
            url=entry.text.url,
            summary=entry.text.summary,
            meta=(long_date(entry.date),) if entry.date else (),
        )
        for entry in entries
    ]
