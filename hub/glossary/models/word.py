from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from hub.glossary.enums import Widening
from hub.glossary.words import search_key


class OtherWord(Orderable):
    """A word that people use for a term, and whether a search for one looks for the other too."""

    term = ParentalKey("glossary.TermPage", on_delete=models.CASCADE, related_name="words")
    word = models.CharField(
        _("word"),
        max_length=100,
        help_text=_("As colleagues write it. A remark may follow in brackets."),
    )
    widening = models.CharField(
        _("in a search"),
        max_length=10,
        choices=Widening,
        default=Widening.BOTH,
        help_text=_(
            "Choose “shown only” for words that mostly mean something else, such as work or food."
        ),
    )
    key = models.CharField(max_length=100, db_index=True, editable=False)

    panels = [FieldPanel("word"), FieldPanel("widening")]

    class Meta(Orderable.Meta):
        verbose_name = _("other word")
        verbose_name_plural = _("other words")

    def __str__(self) -> str:
        return self.word

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = search_key(self.word)
        super().save(*args, **kwargs)
