"""Records that a page keeps about itself."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.pages.enums import Confidence, Significance


class LinkBlock(blocks.StructBlock):
    """A page that this page rests on."""

    page = blocks.PageChooserBlock(label=_("Page"))
    note = blocks.CharBlock(label=_("Why it matters here"), required=False, max_length=200)

    class Meta:
        icon = "link"
        label = _("Rests on")


class SourceBlock(blocks.StructBlock):
    """Where a claim comes from, and how sure we are that it still stands there."""

    title = blocks.CharBlock(label=_("Title"))
    url = blocks.URLBlock(label=_("Address"), required=False)
    checked_on = blocks.DateBlock(label=_("Checked on"), required=False)
    confidence = blocks.ChoiceBlock(
        label=_("How sure"), choices=Confidence.choices, default=Confidence.GENERAL
    )

    class Meta:
        icon = "doc-full-inverse"
        label = _("Source")


class ChangeNoteBlock(blocks.StructBlock):
    date = blocks.DateBlock(label=_("Date"))
    text = blocks.CharBlock(label=_("What changed"))
    significance = blocks.ChoiceBlock(
        label=_("How big"), choices=Significance.choices, default=Significance.MINOR
    )

    class Meta:
        icon = "history"
        label = _("Change note")
