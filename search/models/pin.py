import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from search.enums import Place
from search.query.keys import query_key


class PinQuerySet(models.QuerySet["Pin"]):
    def on(self, day: datetime.date) -> Self:
        started = Q(starts_on=None) | Q(starts_on__lte=day)
        return self.filter(started, Q(ends_on=None) | Q(ends_on__gte=day))

    def of_query(self, text: str) -> Self:
        """Those for the same words, however they are written. By an index."""
        return self.filter(key=query_key(text))


class Pin(models.Model):
    """What editors decided about one page for one search. Both days are included."""

    query = models.CharField(
        _("search"),
        max_length=140,
        help_text=_("As people type it. Capitals, small words and signs make no difference."),
    )
    key = models.CharField(max_length=200, db_index=True, editable=False)
    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("What people who search for this find first, or not at all."),
    )
    place = models.CharField(
        _("place"),
        max_length=10,
        choices=Place,
        default=Place.FIRST,
        help_text=_("Whoever may not read the page never sees it in either case."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=1, help_text=_("The lowest comes first among the pages shown first.")
    )
    starts_on = models.DateField(
        _("from"), null=True, blank=True, help_text=_("Leave empty to start at once.")
    )
    ends_on = models.DateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("The last day. Leave empty for as long as it stands here."),
    )

    objects = PinQuerySet.as_manager()

    class Meta:
        ordering = ("key", "order", "pk")
        verbose_name = _("search pick")
        verbose_name_plural = _("search picks")

    def __str__(self) -> str:
        return self.query

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = query_key(self.query)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if not query_key(self.query):
            raise ValidationError({"query": _("Enter the words that people type.")})
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Enter a day on or after the first day.")})
