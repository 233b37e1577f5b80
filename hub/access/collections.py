"""Access to collections, and so to the images and documents in them."""

from django.db.models import Q, QuerySet
from wagtail.models import Collection

from hub.access.readers import Reader
from hub.access.restrictions import clauses_for_path, collection_restrictions
from hub.access.rules import Rule, rule


def rule_of_collection(collection: Collection) -> Rule:
    """The rule of one collection with those of the collections that hold it. One query."""
    return rule(*clauses_for_path(collection.path, collection_restrictions()))


def readable_media(items: QuerySet, reader: Reader) -> QuerySet:
    """The images or documents this reader may see; `items` have a `collection`."""
    closed = Q()
    for item in collection_restrictions():
        if item.clause.isdisjoint(reader.tokens):
            closed |= Q(collection__path__startswith=item.path)
    return items.exclude(closed) if closed else items
