from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.core.per_request import once_per_request
from hub.pages.blocks.body import TEXT_FEATURES
from hub.taxonomy.models import AgencyType


@once_per_request
def agency_choices() -> list[tuple[str, str]]:
    """Asked anew for each request, so that an agency type added today can be chosen today."""
    return list(AgencyType.objects.values_list("slug", "name"))


class AgencyNoteBlock(blocks.StructBlock):
    """What one agency does differently. Agencies that do the same need no note."""

    agency = blocks.ChoiceBlock(
        choices=agency_choices,
        label=_("Agency"),
        help_text=_("Readers who work there see this note first."),
    )
    text = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("What it does differently"))

    class Meta:
        icon = "group"
        label = _("Agency note")
