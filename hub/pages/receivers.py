"""Citations of a page are made again whenever its live content is saved."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page

from hub.pages.models import Citation, HubPage


def page_saved(instance: Page, raw: bool = False, **_kwargs: Any) -> None:
    """Reads the page again: on a draft save the instance in hand holds what isn't live."""
    if raw or not isinstance(instance, HubPage):
        return
    stored = type(instance).objects.filter(pk=instance.pk).first()
    if stored is not None and stored.kind_name:
        stored.renew_citations()


def page_deleted(instance: Page, **_kwargs: Any) -> None:
    if isinstance(instance, HubPage):
        Citation.objects.of(instance.kind_name, instance.pk).delete()


def connect() -> None:
    post_save.connect(page_saved, dispatch_uid="pages.saved")
    post_delete.connect(page_deleted, dispatch_uid="pages.deleted")
