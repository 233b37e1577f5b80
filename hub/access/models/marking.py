from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, Page

from hub.access.enums import Marking


class MarkingQuerySet(models.QuerySet):
    def sensitive(self) -> Self:
        return self.filter(level=Marking.OFFICIAL_SENSITIVE)


class HandlingMarking(models.Model):
    """What somebody marked. It stands on what lies below as well, and counts at once.

    Not a field of the thing itself: revisions of a page would bring an old marking back.
    """

    level = models.CharField(_("handling marking"), max_length=20, choices=Marking)

    objects = MarkingQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.get_level_display())


class PageMarking(HandlingMarking):
    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="handling_marking")

    class Meta:
        verbose_name = _("marking of a page")
        verbose_name_plural = _("markings of pages")


class CollectionMarking(HandlingMarking):
    """The marking of the images and documents in a collection."""

    collection = models.OneToOneField(
        Collection,
        verbose_name=_("collection"),
        on_delete=models.CASCADE,
        related_name="handling_marking",
    )

    class Meta:
        verbose_name = _("marked collection")
        verbose_name_plural = _("marked collections")

    def __str__(self) -> str:
        return f"{self.collection}: {self.get_level_display()}"
