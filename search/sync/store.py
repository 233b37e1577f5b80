"""Brings stored rows to what they should say, touching only what differs."""

from collections.abc import Collection, Iterable, Sequence

from django.db import DEFAULT_DB_ALIAS

from hub.access.models import AccessRule
from search.models import Entry, EntrySection, EntryText, Labels, Removal
from search.models.labels import LabelMap
from search.sync.rows import EntryRow, SectionRow

TEXT_FIELDS = ("title", "other_names", "aliases", "summary", "body", "url")

ACCESS_FIELDS = {"rule_id", "expires_at"}


class Store:
    """Writes rows of one database; remembers the ids of the rules and labels it has met."""

    def __init__(self, using: str = DEFAULT_DB_ALIAS) -> None:
        self.using = using
        self._rules: dict[object, int] = {}
        self._labels: dict[str, int] = {}

    def rule_id(self, rule: frozenset[frozenset[str]]) -> int:
        if rule not in self._rules:
            self._rules[rule] = AccessRule.objects.using(self.using).for_rule(rule).pk
        return self._rules[rule]

    def labels_id(self, labels: LabelMap) -> int:
        key = repr(labels)
        if key not in self._labels:
            self._labels[key] = Labels.objects.using(self.using).for_slugs(labels).pk
        return self._labels[key]

    def write(self, kind: str, ids: Iterable[int], rows: Iterable[EntryRow]) -> None:
        """Makes the entries of these things say what `rows` say; one without a row loses its own.

        Three queries for things that have not changed, however many.
        """
        wanted = {row.object_id: row for row in rows}
        held = self.held(kind, ids)
        remove([entry for key, entry in held.items() if key not in wanted], self.using)
        for key, row in wanted.items():
            if key in held:
                self.change(held[key], row)
            else:
                self.add(row)

    def held(self, kind: str, ids: Iterable[int]) -> dict[int, Entry]:
        entries = (
            Entry.objects.using(self.using)
            .filter(kind=kind, object_id__in=list(ids))
            .select_related("text")
            .prefetch_related("sections")
        )
        return {entry.object_id: entry for entry in entries}

    def add(self, row: EntryRow) -> Entry:
        entry = Entry.objects.using(self.using).create(
            kind=row.kind, object_id=row.object_id, **self.filters(row)
        )
        EntryText.objects.using(self.using).create(entry=entry, **texts(row))
        EntrySection.objects.using(self.using).bulk_create(section_models(entry.pk, row.sections))
        return entry

    def filters(self, row: EntryRow) -> dict[str, object]:
        return {
            "rule_id": self.rule_id(row.rule),
            "labels_id": self.labels_id(row.labels),
            "date": row.date,
            "expires_at": row.expires_at,
        }

    def change(self, entry: Entry, row: EntryRow) -> None:
        filters = self.filters(row)
        changed = {name for name, value in filters.items() if getattr(entry, name) != value}
        version = entry.version + 1
        access_version = entry.access_version if changed.isdisjoint(ACCESS_FIELDS) else version
        text_changed = texts(row) != {name: getattr(entry.text, name) for name in TEXT_FIELDS}
        sections_changed = self.change_sections(entry, row.sections)
        if text_changed:
            EntryText.objects.using(self.using).filter(pk=entry.pk).update(**texts(row))
        if changed or text_changed or sections_changed:
            Entry.objects.using(self.using).filter(pk=entry.pk).update(
                **filters, version=version, access_version=access_version
            )

    def change_sections(self, entry: Entry, rows: Sequence[SectionRow]) -> bool:
        """Writes the sections that differ: a reply in a long thread costs one row."""
        held = {s.number: SectionRow(s.anchor, s.heading, s.text) for s in entry.sections.all()}
        wanted = dict(enumerate(rows))
        stale = [n for n in held if held[n] != wanted.get(n)]
        fresh = [
            s for s in section_models(entry.pk, rows) if held.get(s.number) != wanted[s.number]
        ]
        sections = EntrySection.objects.using(self.using)
        if stale:
            ids = [EntrySection.id_for(entry.pk, number) for number in stale]
            sections.filter(pk__in=ids).delete()
        sections.bulk_create(fresh)
        return bool(stale or fresh)


def remove(entries: Collection[Entry], using: str = DEFAULT_DB_ALIAS) -> None:
    """Deletes entries, and remembers them until outside engines have done the same."""
    if not entries:
        return
    gone = [Removal(entry_id=entry.pk, version=entry.version + 1) for entry in entries]
    Removal.objects.using(using).bulk_create(gone, ignore_conflicts=True)
    Entry.objects.using(using).filter(pk__in=[entry.pk for entry in entries]).delete()


def texts(row: EntryRow) -> dict[str, str]:
    return {name: getattr(row, name) for name in TEXT_FIELDS}


def section_models(entry_id: int, rows: Sequence[SectionRow]) -> list[EntrySection]:
    return [
        EntrySection(
            id=EntrySection.id_for(entry_id, number),
            entry_id=entry_id,
            number=number,
            anchor=row.anchor,
            heading=row.heading,
            text=row.text,
        )
        for number, row in enumerate(rows)
    ]
