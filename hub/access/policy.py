"""Wagtail's permissions on pages, with the rule on top."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.query import PageQuerySet

from hub.access.pages import readable_or_draft
from hub.access.readers import reader_for


class ClosedPagesPolicy(PagePermissionPolicy):
    """Search, history, reports and the API of the CMS all ask here which pages someone works on.

    A permission to edit the tree is no permission to see what is closed to one's role or area.
    """

    def instances_user_has_any_permission_for(
        self, user: AbstractBaseUser | AnonymousUser, actions: Iterable[str]
    ) -> PageQuerySet:
        pages = super().instances_user_has_any_permission_for(user, actions)
        return readable_or_draft(pages, reader_for(user))

    def explorable_instances(self, user: AbstractBaseUser | AnonymousUser) -> PageQuerySet:
        return readable_or_draft(super().explorable_instances(user), reader_for(user))
