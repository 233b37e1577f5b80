from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.validators import validate_without_details
from search.models.logged import LONGEST_WORDS


class ContentRequestQuerySet(models.QuerySet["ContentRequest"]):
    def open(self) -> Self:
        return self.filter(is_done=False)


class ContentRequest(models.Model):
    """Something that people look for and the hub lacks, for whoever writes next."""

    words = models.CharField(
        _("what people search for"), max_length=LONGEST_WORDS, validators=[validate_without_details]
    )
    note = models.TextField(
        _("what is missing"),
        max_length=1000,
        blank=True,
        help_text=_("Which question a page should answer, and for whom."),
        validators=[validate_without_details],
    )
    is_done = models.BooleanField(_("done"), default=False)
    asked_at = models.DateField(_("asked for on"), auto_now_add=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked for by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = ContentRequestQuerySet.as_manager()

    class Meta:
        ordering = ("is_done", "-asked_at", "-pk")
        verbose_name = _("content request")
        verbose_name_plural = _("content requests")

    def __str__(self) -> str:
        return self.words
