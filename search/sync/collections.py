"""Who may read a file follows from its collection: what changes there changes the files' rows."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Model, Q
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Collection, CollectionMember, CollectionViewRestriction

from hub.access.models import CollectionMarking, GroupToken
from hub.access.registry import kind_of_model, kinds
from search.sync.capture import mark
from search.sync.dirty import Dirty


def things_in(collection_ids: Iterable[int]) -> Dirty:
    """What lies in these collections and in those inside them. A query for each kind and one."""
    found = Collection.objects.filter(pk__in=list(collection_ids)).values_list("path", flat=True)
    places = [Q(collection__path__startswith=path) for path in found]
    dirty = Dirty()
    for kind in kinds() if places else ():
        if issubclass(kind.model, CollectionMember):
            inside = kind.model._default_manager.filter(reduce(or_, places))
            dirty.things |= {(kind.name, pk) for pk in inside.values_list("pk", flat=True)}
    return dirty


def collection_changed(instance: Collection, raw: bool = False, **_kwargs: Any) -> None:
    """It may be about to move: the rows are written at the end, when the tree has its shape."""
    if not raw:
        mark(things_in([instance.pk]))


def part_of_collection_changed(
    instance: CollectionViewRestriction | CollectionMarking, raw: bool = False, **_kwargs: Any
) -> None:
    """A privacy setting, or a marking, of a collection."""
    if not raw:
        mark(things_in([instance.collection_id]))


def restriction_groups_changed(
    instance: Any, action: str, reverse: bool, pk_set: set[int] | None, **_kwargs: Any
) -> None:
    if not action.startswith("post_"):
        return
    if not reverse:
        mark(things_in([instance.collection_id]))
        return
    settings = CollectionViewRestriction.objects.filter(pk__in=pk_set or ())
    mark(things_in(settings.values_list("collection_id", flat=True)))


def restricted_to(group: Group) -> list[int]:
    settings = CollectionViewRestriction.objects.filter(groups=group)
    return list(settings.values_list("collection_id", flat=True))


def group_will_go(instance: Any, **_kwargs: Any) -> None:
    """Deleting a group empties restrictions without a word, so they are remembered before."""
    instance._search_collections = restricted_to(instance)


def group_gone(instance: Group, **_kwargs: Any) -> None:
    mark(things_in(getattr(instance, "_search_collections", ())))


def group_token_changed(instance: GroupToken, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        mark(things_in(restricted_to(instance.group)))


def many_changed(_request: HttpRequest, _action: str, things: Iterable[Model], _view: Any) -> None:
    """A hook: moving many files into a collection writes them by SQL that sends no signal."""
    found = [(kind_of_model(type(thing)), thing.pk) for thing in things]
    mark(
        Dirty(
            things={
                (kind.name, pk)
                for kind, pk in found
                if kind is not None and issubclass(kind.model, CollectionMember)
            }
        )
    )


def connect() -> None:
    post_save.connect(collection_changed, Collection, dispatch_uid="search.collection")
    for signal in (post_save, post_delete):
        for model in (CollectionViewRestriction, CollectionMarking):
            name = f"search.{model.__name__}"
            signal.connect(part_of_collection_changed, model, dispatch_uid=name)
        signal.connect(group_token_changed, GroupToken, dispatch_uid="search.collection_token")
    m2m_changed.connect(
        restriction_groups_changed,
        CollectionViewRestriction.groups.through,
        dispatch_uid="search.collection_groups",
    )
    pre_delete.connect(group_will_go, Group, dispatch_uid="search.collection_group_will_go")
    post_delete.connect(group_gone, Group, dispatch_uid="search.collection_group_gone")
    hooks.register("after_bulk_action", many_changed)
