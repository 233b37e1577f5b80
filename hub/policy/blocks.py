from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class AskBlock(blocks.StructBlock):
    """One thing that a document asks of somebody."""

    who = blocks.CharBlock(
        label=_("Of whom"),
        max_length=160,
        help_text=_("Such as councils, schools, every partner."),
    )
    what = blocks.TextBlock(label=_("What it asks"))

    class Meta:
        icon = "user"
        label = _("What it asks")
