from django.db import models
from django.db.models import Q
from wagtail.models import Page


class NewestTextRead(models.Model):
    """Until which change of its text, drafts included, a page was read by some work on texts."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="+")
    changed_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.page_id}"

    @classmethod
    def unread(cls) -> Q:
        """Pages whose newest text that work hasn't read yet."""
        known = cls._default_manager.filter(page=models.OuterRef("pk"))
        same = Q(changed_at=models.OuterRef("latest_revision_created_at")) | Q(
            changed_at=None, page__latest_revision_created_at=None
        )
        return ~models.Exists(known.filter(same))
