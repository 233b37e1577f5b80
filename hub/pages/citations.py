"""What rests on what. Sources are things of any kind; targets are pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from wagtail.models import Page

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.access.registry import Card, kind_of, kinds
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
    """What rests on this page and this reader may see. One query, and one or few per kind found."""
    found: dict[str, set[int]] = {}
    sources = Citation.objects.pointing_at(page).values_list("source_kind", "source_id")
    for name, source_id in sources:
        found.setdefault(name, set()).add(source_id)
    cards: list[Card] = []
    for kind in kinds():
        ids = found.get(kind.name)
        if ids:
            rows = kind.readable(reader).filter(pk__in=ids)[:MOST_SHOWN]
            cards += [kind.card(row) for row in rows]
    return tuple(cards)


def cited_cards(kind: str, source_id: int, reader: Reader) -> tuple[Card, ...]:
    """What a thing rests on, as cards in its order. One query per page type found, and two more."""
    keys = list(Citation.objects.of(kind, source_id).values_list("target_key", flat=True))
    if not keys:
        return ()
    pages = readable_pages(Page.objects.filter(translation_key__in=keys), reader)
    cards = {page.translation_key: card_of_page(page) for page in pages.specific()}
    return tuple(cards[key] for key in dict.fromkeys(keys) if key in cards)


def card_of_page(page: Page) -> Card:
    kind = kind_of(page)
    return kind.card(page) if kind else Card(kind="", title=page.title, url=page.url or "")


def by_kind(cards: Sequence[Card]) -> dict[str, list[Card]]:
    """Cards grouped under their kind's name, in the order in which kinds first appear."""
    groups: dict[str, list[Card]] = {}
    for card in cards:
        groups.setdefault(card.kind, []).append(card)
    return groups
