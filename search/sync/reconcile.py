"""Compares rows with content. Repairs what no signal tells of: bulk updates, raw SQL, restores."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction

from hub.access.registry import Kind, kinds
from hub.core.batches import in_batches
from search.models import Entry
from search.sync.rows import EntryRow, SectionRow
from search.sync.store import TEXT_FIELDS, Store, remove
from search.sync.tasks import call_for_shipping
from search.sync.writer import RuleOfThing, expected_rows


@dataclass(slots=True)
class Report:
    """How many things were looked at, and kind and id of those whose rows differed."""

    things: int = 0
    wrong: list[tuple[str, int]] = field(default_factory=list)


def stored_row(entry: Entry) -> EntryRow:
    """What the stored rows of an entry say; its rule, labels, text and sections are at hand."""
    return EntryRow(
        kind=entry.kind,
        object_id=entry.object_id,
        rule=entry.rule.rule,
        labels=entry.labels.slugs,
        date=entry.date,
        expires_at=entry.expires_at,
        sections=tuple(SectionRow(s.anchor, s.heading, s.text) for s in entry.sections.all()),
        **{name: getattr(entry.text, name) for name in TEXT_FIELDS},
    )


def stored_rows(kind: str, ids: list[int]) -> dict[int, EntryRow]:
    entries = (
        Entry.objects.filter(kind=kind, object_id__in=ids)
        .select_related("rule", "labels", "text")
        .prefetch_related("sections")
    )
    return {entry.object_id: stored_row(entry) for entry in entries}


def reconcile(*, repair: bool) -> Report:
    """Looks at every kind, 500 things at a time, each batch in a transaction of its own."""
    report = Report()
    strangers = Entry.objects.exclude(kind__in=[kind.name for kind in kinds()])
    report.wrong += strangers.values_list("kind", "object_id")
    if repair:
        with transaction.atomic():
            remove(list(strangers))
    for kind in kinds():
        for batch in in_batches(ids_of(kind)):
            report.things += len(batch)
            with transaction.atomic():
                report.wrong += reconcile_batch(kind, batch, repair)
    call_for_shipping()
    return report


def ids_of(kind: Kind) -> Iterator[int]:
    """Things that are live, then things that only have an entry."""
    live = set(kind.live().values_list("pk", flat=True))
    yield from sorted(live)
    held = set(Entry.objects.filter(kind=kind.name).values_list("object_id", flat=True))
    yield from sorted(held - live)


def reconcile_batch(kind: Kind, ids: list[int], repair: bool) -> list[tuple[str, int]]:
    wanted = {row.object_id: row for row in expected_rows(kind, ids, RuleOfThing())}
    stored = stored_rows(kind.name, ids)
    wrong = [pk for pk in ids if wanted.get(pk) != stored.get(pk)]
    if repair and wrong:
        rows = [wanted[pk] for pk in wrong if pk in wanted]
        Store().write(kind.name, wrong, rows)
    return [(kind.name, pk) for pk in wrong]
