"""What follows when a page is published: its major changes are told, its own task may be done."""

from typing import Any

from wagtail.models import Page, Revision
from wagtail.signals import page_published

from hub.pages.models import HubPage
from hub.upkeep.services import settle, take_up_changes


def published(instance: Page, revision: Revision | None = None, **_kwargs: Any) -> None:
    if not isinstance(instance, HubPage):
        return
    take_up_changes(instance)
    if instance.changed_below_on:
        settle(page=instance, by=revision.user if revision else None)


def connect() -> None:
    page_published.connect(published, dispatch_uid="upkeep.published")
