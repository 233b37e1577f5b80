import uuid
from typing import Self

from django.db import models
from wagtail.models import Page


class CitationQuerySet(models.QuerySet):
    def of(self, kind: str, source_id: int) -> Self:
        """What one thing rests on, in its own order."""
        return self.filter(source_kind=kind, source_id=source_id).order_by("order")

    def pointing_at(self, page: Page) -> Self:
        return self.filter(target_key=page.translation_key)


class Citation(models.Model):
    """One thing rests on a page, or on one block of it.

    Derived from the source whenever it is saved, so it can be made again at any time. The target
    is a translation key: a Welsh copy of the page has the same one.
    """

    source_kind = models.CharField(max_length=40)
    source_id = models.BigIntegerField()
    source_block = models.CharField(max_length=36, blank=True)
    target_key = models.UUIDField(default=uuid.uuid4, db_index=True)
    target_block = models.CharField(max_length=36, blank=True)
    note = models.CharField(max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ("source_kind", "source_id", "order")
        indexes = [models.Index(fields=("source_kind", "source_id"), name="citation_by_source")]

    def __str__(self) -> str:
        return f"{self.source_kind} {self.source_id} cites {self.target_key}"
