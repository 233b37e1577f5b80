"""Receivers only mark: what the rows should say is worked out when they are written."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from hub.access.models import GroupToken, PageMarking
from hub.access.registry import Kind, kind_of, kinds
from search.sync.capture import mark
from search.sync.dirty import Dirty


def mark_thing(thing: Model) -> None:
    """A page by its id alone, whatever its type; another thing by its kind."""
    if thing.pk is None:
        return
    if isinstance(thing, Page):
        mark(Dirty(pages={thing.pk}))
    elif (kind := kind_of(thing)) is not None:
        mark(Dirty(things={(kind.name, thing.pk)}))


def thing_changed(
    instance: Model, raw: bool = False, update_fields: Iterable[str] | None = None, **_kwargs: Any
) -> None:
    """Signing in stores when, and changes nothing that search holds."""
    if not raw and set(update_fields or ()) != {"last_login"}:
        mark_thing(instance)


def page_changed(instance: Model, raw: bool = False, **_kwargs: Any) -> None:
    """Page types are many; one receiver hears them all, and drafts of types without a kind too."""
    if isinstance(instance, Page) and not raw:
        mark_thing(instance)


def page_will_change(
    instance: Model, raw: bool = False, update_fields: Iterable[str] | None = None, **_kwargs: Any
) -> None:
    """A new slug changes every address below, by SQL that sends no signal. Costs one query."""
    if not isinstance(instance, Page) or raw or instance.pk is None:
        return
    if update_fields is not None and "slug" not in update_fields:
        return
    stored = Page.objects.filter(pk=instance.pk).values_list("slug", flat=True).first()
    if stored is not None and stored != instance.slug:
        mark(Dirty(trees={instance.pk}))


def page_moved(instance: Page, **_kwargs: Any) -> None:
    mark(Dirty(trees={instance.pk}))


def part_changed(instance: Model, kind: Kind, raw: bool = False, **_kwargs: Any) -> None:
    """A part whose thing is already gone has nothing left to change."""
    if raw:
        return
    try:
        things = list(kind.parts[type(instance)](instance))
    except ObjectDoesNotExist:
        return
    for thing in things:
        mark_thing(thing)


def labels_changed(
    instance: Model,
    action: str,
    reverse: bool,
    model: type[Model],
    pk_set: set[int] | None,
    **_kwargs: Any,
) -> None:
    """Many-to-many rows of a thing, from either side; clearing from the far side names no ids."""
    if not action.startswith("post_"):
        return
    if not reverse:
        mark_thing(instance)
        return
    for thing in model._default_manager.filter(pk__in=pk_set or ()):
        mark_thing(thing)


def part_labels_changed(
    instance: Model, action: str, reverse: bool, kind: Kind, **_kwargs: Any
) -> None:
    """Many-to-many rows of a part, from its own side."""
    if action.startswith("post_") and not reverse:
        part_changed(instance, kind)


def restriction_changed(instance: PageViewRestriction, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        mark(Dirty(tree_rules={instance.page_id}))


def marking_changed(instance: PageMarking, raw: bool = False, **_kwargs: Any) -> None:
    """A marking closes what lies below, and takes its words out of the index."""
    if not raw:
        mark(Dirty(trees={instance.page_id}))


def restriction_groups_changed(
    instance: Any, action: str, reverse: bool, pk_set: set[int] | None, **_kwargs: Any
) -> None:
    if not action.startswith("post_"):
        return
    if not reverse:
        mark(Dirty(tree_rules={instance.page_id}))
        return
    ids = PageViewRestriction.objects.filter(pk__in=pk_set or ()).values_list("page_id", flat=True)
    mark(Dirty(tree_rules=set(ids)))


def restricted_to(group: Group) -> set[int]:
    return set(PageViewRestriction.objects.filter(groups=group).values_list("page_id", flat=True))


def group_will_go(instance: Any, **_kwargs: Any) -> None:
    """Deleting a group empties restrictions without a word, so they are remembered before."""
    instance._search_restricted = restricted_to(instance)


def group_gone(instance: Group, **_kwargs: Any) -> None:
    mark(Dirty(tree_rules=getattr(instance, "_search_restricted", set())))


def group_token_changed(instance: GroupToken, raw: bool = False, **_kwargs: Any) -> None:
    if not raw and (pages := restricted_to(instance.group)):
        mark(Dirty(tree_rules=pages))


def site_changed(raw: bool = False, **_kwargs: Any) -> None:
    """Addresses start at the root page of a site."""
    if not raw:
        mark(Dirty(every_page=True))


def connect_kind(kind: Kind) -> None:
    """Listens to a kind, its labels and its parts. Pages are heard by one receiver for all."""
    name = f"search.{kind.name}"
    for signal in (post_save, post_delete):
        if not issubclass(kind.model, Page):
            signal.connect(thing_changed, sender=kind.model, dispatch_uid=name)
        for part in kind.parts:
            receiver = partial(part_changed, kind=kind)
            signal.connect(
                receiver, sender=part, weak=False, dispatch_uid=f"{name}.{part.__name__}"
            )
    for part in kind.parts:
        for field in part._meta.many_to_many:
            m2m_changed.connect(
                partial(part_labels_changed, kind=kind),
                sender=field.remote_field.through,
                weak=False,
                dispatch_uid=f"{name}.{part.__name__}.{field.name}",
            )
    for field in kind.model._meta.many_to_many:
        m2m_changed.connect(labels_changed, sender=field.remote_field.through, dispatch_uid=name)


def connect() -> None:
    for kind in kinds():
        connect_kind(kind)
    pre_save.connect(page_will_change, dispatch_uid="search.page_will_change")
    post_save.connect(page_changed, dispatch_uid="search.page_saved")
    post_delete.connect(page_changed, dispatch_uid="search.page_gone")
    page_published.connect(page_changed, dispatch_uid="search.page_published")
    page_unpublished.connect(page_changed, dispatch_uid="search.page_unpublished")
    post_page_move.connect(page_moved, dispatch_uid="search.page_moved")
    for signal in (post_save, post_delete):
        signal.connect(restriction_changed, PageViewRestriction, dispatch_uid="search.privacy")
        signal.connect(marking_changed, PageMarking, dispatch_uid="search.marking")
        signal.connect(group_token_changed, GroupToken, dispatch_uid="search.group_token")
        signal.connect(site_changed, Site, dispatch_uid="search.site")
    m2m_changed.connect(
        restriction_groups_changed,
        PageViewRestriction.groups.through,
        dispatch_uid="search.privacy_groups",
    )
    pre_delete.connect(group_will_go, Group, dispatch_uid="search.group_will_go")
    post_delete.connect(group_gone, Group, dispatch_uid="search.group_gone")
