"""What rests on what. Sources are things of any kind; targets are pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Window
from django.db.models.functions import RowNumber
from wagtail.models import Page
from wagtail.query import PageQuerySet

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.access.registry import Card, kind_named, kind_of_model, kinds
from hub.pages.addresses import address_of
from hub.pages.models.citation import Citation

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class CitedPage:
    """A target: the page's translation key and, where known, one of its blocks."""

    key: UUID
    block: str = ""
    note: str = ""
    source_block: str = ""


def translation_keys(page_ids: Iterable[int]) -> dict[int, UUID]:
    """The key of each page that is there, by its id. One query."""
    pages = Page.objects.filter(pk__in=list(page_ids))
    return dict(pages.values_list("pk", "translation_key"))


@transaction.atomic
def replace_citations(kind: str, source_id: int, cited: Iterable[CitedPage]) -> None:
    """Makes these the citations of a thing; each target and block counts once, the first wins."""
    rows: dict[tuple[UUID, str], Citation] = {}
    for order, item in enumerate(cited):
        rows.setdefault(
            (item.key, item.block),
            Citation(
                source_kind=kind,
                source_id=source_id,
                source_block=item.source_block,
                target_key=item.key,
                target_block=item.block,
                note=item.note,
                order=order,
            ),
        )
    Citation.objects.of(kind, source_id).delete()
    Citation.objects.bulk_create(rows.values())


def used_by(page: Page, reader: Reader) -> tuple[Card, ...]:
    """What rests on this page and this reader may see, fifty of a kind at most, kind after kind.

    One query, one for all pages found, and one for each kind found that isn't a page.
    """
    resting = Citation.objects.pointing_at(page).order_by()
    found = set(resting.values_list("source_kind", flat=True).distinct())
    known = [kind for kind in kinds() if kind.name in found]
    of_pages = [kind.name for kind in known if issubclass(kind.model, Page)]
    cards: list[Card] = []
    if of_pages:
        ids = resting.filter(source_kind__in=of_pages).values("source_id")
        pages = readable_pages(Page.objects.filter(pk__in=ids), reader)
        cards += (card for _, card in named(first_of_each_kind(pages)))
    for kind in known:
        if kind.name not in of_pages:
            ids = resting.filter(source_kind=kind.name).values("source_id")
            cards += map(kind.card, kind.readable(reader).filter(pk__in=ids)[:MOST_SHOWN])
    groups = by_kind(cards)
    return tuple(card for kind in known for card in groups.get(kind.name, []))


def cited_cards(kind: str, source_id: int, reader: Reader) -> tuple[Card, ...]:
    """What a thing rests on, by name with the note on why, in its order. Two queries."""
    notes = cited_keys(kind, source_id)
    cards = dict(page_names(Page.objects.filter(translation_key__in=notes), reader))
    return tuple(replace(cards[key], note=note) for key, note in notes.items() if key in cards)


def cited_in_full(wanted: str, kind: str, source_id: int, reader: Reader) -> list[Card]:
    """The full cards of one wanted kind among what a thing rests on, in its order. Two queries."""
    keys = [*cited_keys(kind, source_id)]
    pages = kind_named(wanted).readable(reader).filter(translation_key__in=keys)
    in_order = sorted(pages, key=lambda page: keys.index(page.translation_key))
    return [kind_named(wanted).card(page) for page in in_order]


def resting_on(keys: Iterable[UUID], kind: str, reader: Reader) -> list[Card]:
    """Pages of one kind that rest on any of these and this reader may see, by title. One query."""
    sources = Citation.objects.filter(target_key__in=list(keys), source_kind=kind)
    named = page_names(Page.objects.filter(pk__in=sources.values("source_id")), reader)
    return sorted((card for _, card in named), key=lambda card: card.title)


def cited_keys(kind: str, source_id: int) -> dict[UUID, str]:
    """The translation keys of what a thing rests on, in its order, each once with its note."""
    notes: dict[UUID, str] = {}
    for key, note in Citation.objects.of(kind, source_id).values_list("target_key", "note"):
        notes.setdefault(key, note)
    return notes


def page_names(pages: PageQuerySet, reader: Reader) -> list[tuple[UUID, Card]]:
    """Translation key and card, with no more than kind, title and address. One query."""
    return named(readable_pages(pages, reader))


def first_of_each_kind(pages: PageQuerySet) -> PageQuerySet:
    place = Window(RowNumber(), partition_by="content_type", order_by="path")
    return pages.annotate(place=place).filter(place__lte=MOST_SHOWN)


def named(pages: PageQuerySet) -> list[tuple[UUID, Card]]:
    rows = pages.values_list("translation_key", "content_type", "title", "url_path")
    return [
        (key, Card(kind=kind_name(type_id), title=title, url=address_of(url_path)))
        for key, type_id, title, url_path in rows
    ]


def kind_name(content_type_id: int) -> str:
    """The kind of pages of this type; Django keeps content types in memory."""
    kind = kind_of_model(ContentType.objects.get_for_id(content_type_id).model_class())
    return kind.name if kind else ""


def by_kind(cards: Sequence[Card]) -> dict[str, list[Card]]:
    """Cards grouped under their kind's name, in the order in which kinds first appear."""
    groups: dict[str, list[Card]] = {}
    for card in cards:
        groups.setdefault(card.kind, []).append(card)
    return groups
