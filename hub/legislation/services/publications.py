"""Keeps what the publication log says of the laws that matter here."""

import hashlib
from collections.abc import Iterable

from django.db import transaction

from hub.legislation.clml.addresses import address_of
from hub.legislation.clml.log import Entry
from hub.legislation.models import Instrument, ProvisionPage, Publication


@transaction.atomic
def note_publications(*, entries: Iterable[Entry]) -> list[Publication]:
    """Those that are new, of laws that are imported or that a published page rests on."""
    wanted = laws_of_interest()
    rows = {
        digest: entry
        for entry in entries
        if entry.item in wanted and (digest := hashlib.sha256(entry.id.encode()).hexdigest())
    }
    known = Publication.objects.filter(entry__in=rows).values_list("entry", flat=True)
    new = {digest: entry for digest, entry in rows.items() if digest not in set(known)}
    return Publication.objects.bulk_create(
        Publication(
            entry=digest,
            item=entry.item,
            title=entry.title,
            url=entry.url,
            published_at=entry.published_at,
            is_withdrawn=entry.is_withdrawn,
        )
        for digest, entry in new.items()
    )


def laws_of_interest() -> set[str]:
    """Two queries."""
    urls = ProvisionPage.objects.live().values_list("official_url", flat=True).order_by()
    found = {address.item for url in urls if (address := address_of(url))}
    return found | set(Instrument.objects.values_list("path", flat=True))
