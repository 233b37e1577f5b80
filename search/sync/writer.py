"""Turns what is dirty into rows that say what the content says."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, QuerySet
from wagtail.models import Page

from hub.access.collections import rule_of_media
from hub.access.pages import rule_of_page
from hub.access.registry import Kind, kind_named, kinds
from hub.access.restrictions import Restriction, collection_restrictions, page_restrictions
from hub.access.rules import Rule
from hub.core.batches import in_batches
from search.models import Entry
from search.sync.dirty import Dirty
from search.sync.rows import EntryRow, row_of
from search.sync.store import Store
from search.sync.tasks import call_for_shipping


def page_kinds() -> list[Kind]:
    return [kind for kind in kinds() if issubclass(kind.model, Page)]


def kinds_among(pages: Collection[int]) -> list[Kind]:
    """What these pages are and what is held for them: one that is gone must lose its entry.

    Two queries; asking every kind would be as many and again for each of a dozen.
    """
    found = Page.objects.filter(pk__in=pages).order_by().values_list("content_type_id", flat=True)
    models = {ContentType.objects.get_for_id(pk).model_class() for pk in found.distinct()}
    held = Entry.objects.filter(kind__in=[kind.name for kind in page_kinds()], object_id__in=pages)
    names = set(held.values_list("kind", flat=True))
    return [kind for kind in page_kinds() if kind.model in models or kind.name in names]


class RuleOfThing:
    """The rule of one thing after another; restrictions are read once."""

    def __init__(self) -> None:
        self.restrictions = page_restrictions()

    def __call__(self, kind: Kind, thing: object) -> Rule:
        if kind.rule is rule_of_page:
            return rule_of_page(thing, self.restrictions)
        if kind.rule is rule_of_media:
            return rule_of_media(thing, self.on_collections)
        return kind.rule(thing)

    @cached_property
    def on_collections(self) -> Sequence[Restriction]:
        return collection_restrictions()


def expected_rows(kind: Kind, ids: Iterable[int], rule_of: RuleOfThing) -> Iterator[EntryRow]:
    """The rows that the things with these ids should have; none for what is not live."""
    for thing in kind.live().filter(pk__in=list(ids)):
        row = row_of(kind, thing, rule_of(kind, thing))
        if row is not None:
            yield row


def write(dirty: Dirty) -> None:
    """Writes the rows of everything dirty, in the transaction that is open."""
    write_rows(dirty)
    call_for_shipping()


def write_rows(dirty: Dirty) -> None:
    store, rule_of = Store(), RuleOfThing()
    pages = dirty.pages | ids_below(dirty.trees)
    if dirty.every_page:
        pages |= set(Page.objects.values_list("pk", flat=True))
    for batch in in_batches(pages):
        for kind in kinds_among(batch):
            store.write(kind.name, batch, expected_rows(kind, batch, rule_of))
    if dirty.tree_rules:
        write_rules(store, pages_below(dirty.tree_rules).exclude(pk__in=pages), rule_of)
    for name, pairs in groupby(sorted(dirty.things), key=lambda pair: pair[0]):
        kind = kind_named(name)
        for batch in in_batches(pk for _, pk in pairs):
            store.write(name, batch, expected_rows(kind, batch, rule_of))


def pages_below(roots: Iterable[int]) -> QuerySet[Page]:
    """These pages, everything below them, and the aliases of all those."""
    paths = Page.objects.filter(pk__in=list(roots)).values_list("path", flat=True)
    wanted = Q(pk__in=[])
    for path in paths:
        wanted |= Q(path__startswith=path) | Q(alias_of__path__startswith=path)
    return Page.objects.filter(wanted)


def ids_below(roots: Iterable[int]) -> set[int]:
    """The ids of `pages_below`, and the roots: one that is gone must lose its entry."""
    wanted = set(roots)
    return wanted | set(pages_below(wanted).values_list("pk", flat=True)) if wanted else wanted


def write_rules(store: Store, pages: QuerySet[Page], rule_of: RuleOfThing) -> None:
    """One grouped UPDATE for each rule found: 20,000 pages take half a second."""
    by_rule: dict[Rule, list[int]] = {}
    for page in pages.only("path"):
        by_rule.setdefault(rule_of_page(page, rule_of.restrictions), []).append(page.pk)
    names = [kind.name for kind in page_kinds()]
    for rule, ids in by_rule.items():
        rule_id = store.rule_id(rule)
        for batch in in_batches(ids):
            entries = Entry.objects.filter(kind__in=names, object_id__in=batch)
            entries.exclude(rule_id=rule_id).update(
                rule_id=rule_id, version=F("version") + 1, access_version=F("version") + 1
            )
