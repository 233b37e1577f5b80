"""A thing as the read API tells of it: what its page shows to this reader, as plain text."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from hub.access.markings import marking_of
from hub.access.readers import Reader
from hub.access.registry import Card, Document, Kind
from hub.access.rules import Rule
from hub.api import shapes
from hub.pages.citations import cited_cards, used_by
from hub.pages.models import HubPage
from search.models import Entry


def row_for(entry: Entry, site: str) -> dict[str, Any]:
    """`text` and `labels` must be selected with the entry."""
    slugs = entry.labels.slugs
    return {
        "kind": entry.kind,
        "id": entry.object_id,
        "title": entry.text.title,
        "summary": entry.text.summary,
        "url": whole(entry.text.url, site),
        "api": f"{site}/api/v1/items/{entry.kind}/{entry.object_id}/",
        "themes": slugs.get("theme", []),
        "audiences": slugs.get("audience", []),
        "nations": slugs.get("nation", []),
        "evidence": next(iter(slugs.get("evidence", [])), ""),
        "updated": entry.date,
    }


def item_for(kind: Kind, thing: Model, rule: Rule, reader: Reader, site: str) -> shapes.Item:
    """About a dozen queries for a page, however long it is."""
    document, url = kind.document(thing), whole(kind.address(thing), site)
    return shapes.Item(
        kind=kind.name,
        id=thing.pk,
        title=document.title,
        summary=document.summary,
        url=url,
        api=f"{site}/api/v1/items/{kind.name}/{thing.pk}/",
        themes=list(document.themes),
        audiences=list(document.audiences),
        nations=list(document.nations),
        evidence=document.evidence,
        updated=document.date,
        also_known_as=list(document.aliases),
        sections=sections(document, url),
        marking=marking_of(rule).value,
        rests_on=related(cited_cards(kind.name, thing.pk, reader), site),
        **(kept_right(thing, reader, site) if isinstance(thing, HubPage) else NOT_KEPT),
    )


NOT_KEPT: dict[str, Any] = {
    "warning": "",
    "reviewed_on": None,
    "review_on": None,
    "withdrawn": None,
    "used_by": [],
    "sources": [],
    "changes": [],
    "versions": [],
}


def kept_right(page: HubPage, reader: Reader, site: str) -> dict[str, Any]:
    """What only pages have: who reads them knows how fresh they are and what they rest on."""
    banner = page.banner()
    withdrawn = {"on": page.withdrawn_on, "because": page.withdrawn_because}
    return {
        "warning": f"{banner.title}. {banner.text}".strip() if banner else "",
        "reviewed_on": page.reviewed_on,
        "review_on": page.review_on,
        "withdrawn": withdrawn if page.withdrawn_on else None,
        "used_by": related(used_by(page, reader), site),
        "sources": [dict(block.value) for block in page.sources],
        "changes": [dict(block.value) for block in page.change_notes if block.value.get("date")],
        "versions": [version.__dict__ for version in page.texts_over_time()],
    }


def sections(document: Document, url: str) -> list[shapes.SectionOut]:
    return [
        shapes.SectionOut(
            anchor=section.anchor,
            heading=section.heading,
            text=section.text,
            url=f"{url}#{section.anchor}" if section.anchor else url,
        )
        for section in document.sections
    ]


def related(cards: Iterable[Card], site: str) -> list[shapes.Related]:
    return [
        shapes.Related(
            kind=card.kind, title=card.title, url=whole(card.url, site), note=card.note or ""
        )
        for card in cards
    ]


def whole(url: str, site: str) -> str:
    return f"{site}{url}" if url.startswith("/") else url
