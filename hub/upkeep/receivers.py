"""What follows when a page is published: its major changes are told, its own task may be done."""

from typing import Any

from django.db.models.signals import pre_delete
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from hub.pages.models import HubPage
from hub.upkeep.models import Change
from hub.upkeep.services import end_changes, settle, take_up_changes


def published(instance: Page, revision: Revision | None = None, **_kwargs: Any) -> None:
    if not isinstance(instance, HubPage):
        return
    take_up_changes(instance)
    if instance.changed_below_on:
        settle(page=instance, by=revision.user if revision else None)


def deleted(instance: Page, **_kwargs: Any) -> None:
    """Its changes go with it, so that nobody could decide any more on what rested on it."""
    if isinstance(instance, HubPage):
        end_changes(Change.objects.filter(page=instance.pk))


def connect() -> None:
    pre_delete.connect(deleted, dispatch_uid="upkeep.deleted")
    page_published.connect(published, dispatch_uid="upkeep.published")
