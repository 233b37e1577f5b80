"""Access to collections, and so to the images and documents in them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Collection

from hub.access.readers import Reader
from hub.access.restrictions import Restriction, clauses_for_path, collection_restrictions
from hub.access.rules import Rule, allows, rule


def rule_of_collection(
    collection: Collection, restrictions: Iterable[Restriction] | None = None
) -> Rule:
    """The rule of one collection with those of the collections that hold it.

    One query, or none when the restrictions are given.
    """
    known = collection_restrictions() if restrictions is None else restrictions
    return rule(*clauses_for_path(collection.path, known))


def rule_of_media(item: Any, restrictions: Iterable[Restriction] | None = None) -> Rule:
    """The rule of an image or document: its collection's. Costs as much where that is at hand."""
    return rule_of_collection(item.collection, restrictions)


def may_read_media(item: Any, reader: Reader) -> bool:
    """Whether this reader may see an image or document.

    One query; where any collection is closed, one more for that of each item.
    """
    if not collection_restrictions():
        return True
    return allows(rule_of_collection(item.collection), reader.tokens)


def readable_media(items: QuerySet, reader: Reader) -> QuerySet:
    """The images or documents this reader may see; `items` have a `collection`.

    Two queries at most. The search of choosers can filter by the ids of collections alone.
    """
    closed = closed_to(reader)
    if not closed:
        return items
    return items.exclude(
        collection_id__in=list(Collection.objects.filter(closed).values_list("pk", flat=True))
    )


def readable_collections(found: QuerySet, reader: Reader) -> QuerySet:
    closed = closed_to(reader)
    return found.exclude(closed) if closed else found


def closed_to(reader: Reader) -> Q:
    """Which collections are closed to the reader; empty where none is. One query."""
    closed = Q()
    for item in collection_restrictions():
        if item.clause.isdisjoint(reader.tokens):
            closed |= Q(path__startswith=item.path)
    return closed
