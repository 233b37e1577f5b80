"""Records that a page keeps about itself."""

from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from hub.access.registry import kinds
from hub.pages.enums import Confidence, Significance


class ContentChooserBlock(blocks.PageChooserBlock):
    """Chooses among pages that hold knowledge: no lists, modules or pages about the hub."""

    @cached_property
    def target_models(self) -> list[type[Model]]:
        """Known once every app has named its kinds, so not while models are made."""
        return [kind.model for kind in kinds() if issubclass(kind.model, Page)]

    def deconstruct(self) -> tuple[str, Any, Any]:
        """Migrations needn't know who is offered what."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, kwargs


class LinkBlock(blocks.StructBlock):
    """A page that this page rests on."""

    page = ContentChooserBlock(
        label=_("Page"), help_text=_("If that page changes, this one may have to.")
    )
    note = blocks.CharBlock(
        label=_("Why it matters here"),
        required=False,
        max_length=200,
        help_text=_("A few words, such as “the duty to share”. They stand beside the link."),
    )

    class Meta:
        icon = "link"
        label = _("Rests on")


class SourceBlock(blocks.StructBlock):
    """Where a claim comes from, and how sure we are that it still stands there."""

    title = blocks.CharBlock(
        label=_("Title"), help_text=_("Who published it, what it is called, and the year.")
    )
    url = blocks.URLBlock(label=_("Address"), required=False)
    checked_on = blocks.DateBlock(
        label=_("Checked on"),
        required=False,
        help_text=_("The day on which you read it there. Leave empty if nobody has yet."),
    )
    confidence = blocks.ChoiceBlock(
        label=_("How sure"),
        choices=Confidence.choices,
        default=Confidence.GENERAL,
        help_text=_("Readers see which sources were checked."),
    )

    class Meta:
        icon = "doc-full-inverse"
        label = _("Source")


class ChangeNoteBlock(blocks.StructBlock):
    """Starts with today: most notes are written on the day of the change."""

    date = blocks.DateBlock(
        label=_("Date"),
        default=timezone.localdate,
        help_text=_("The newest one is shown as the day on which the page was updated."),
    )
    text = blocks.CharBlock(
        label=_("What changed"), help_text=_("What a reader does differently now, in a sentence.")
    )
    significance = blocks.ChoiceBlock(
        label=_("How big"),
        choices=Significance.choices,
        default=Significance.MINOR,
        help_text=_("Major only where people must act differently."),
    )

    class Meta:
        icon = "history"
        label = _("Change note")
