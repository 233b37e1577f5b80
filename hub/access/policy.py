"""Wagtail's permissions on pages, images and documents, with the rule on top."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import QuerySet
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.query import PageQuerySet

from hub.access.collections import may_read_media, readable_collections, readable_media
from hub.access.pages import readable_or_draft
from hub.access.readers import reader_for

Somebody = AbstractBaseUser | AnonymousUser


class ClosedPagesPolicy(PagePermissionPolicy):
    """Search, history, reports and the API of the CMS all ask here which pages someone works on.

    A permission to edit the tree is no permission to see what is closed to one's role or area.
    """

    def instances_user_has_any_permission_for(
        self, user: Somebody, actions: Iterable[str]
    ) -> PageQuerySet:
        pages = super().instances_user_has_any_permission_for(user, actions)
        return readable_or_draft(pages, reader_for(user))

    def explorable_instances(self, user: Somebody) -> PageQuerySet:
        return readable_or_draft(super().explorable_instances(user), reader_for(user))


class ClosedMediaPolicy(CollectionOwnershipPermissionPolicy):
    """Lists, choosers, forms and the API ask here which images or documents someone works with.

    And with which collections: their names say what they hold.
    """

    def instances_user_has_any_permission_for(
        self, user: Somebody, actions: Iterable[str]
    ) -> QuerySet:
        items = super().instances_user_has_any_permission_for(user, actions)
        return readable_media(items, reader_for(user))

    def user_has_any_permission_for_instance(
        self, user: Somebody, actions: Iterable[str], instance: Any
    ) -> bool:
        allowed = super().user_has_any_permission_for_instance(user, actions, instance)
        return allowed and may_read_media(instance, reader_for(user))

    def collections_user_has_any_permission_for(
        self, user: Somebody, actions: Iterable[str]
    ) -> QuerySet:
        found = super().collections_user_has_any_permission_for(user, actions)
        return readable_collections(found, reader_for(user))
