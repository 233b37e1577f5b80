"""What follows when a page is saved or published: its citations, and its first change note."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from hub.pages.beginnings import first_note
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


def first_published(instance: Page, revision: Revision | None = None, **_kwargs: Any) -> None:
    """Notes the first publication, by whichever way it came, unless its author noted it.

    The note goes into the revision too, or the next edit would lose it.
    """
    if not isinstance(instance, HubPage) or revision is None or instance.change_notes:
        return
    if instance.first_published_at != instance.last_published_at:
        return
    instance.change_notes = first_note(instance.updated_on)
    type(instance).objects.filter(pk=instance.pk).update(change_notes=instance.change_notes)
    revision.content["change_notes"] = instance.serializable_data()["change_notes"]
    revision.save(update_fields=["content"])


def connect() -> None:
    post_save.connect(page_saved, dispatch_uid="pages.saved")
    page_published.connect(first_published, dispatch_uid="pages.first_published")
    post_delete.connect(page_deleted, dispatch_uid="pages.deleted")
