from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class NumberBlock(blocks.StructBlock):
    """A phone number, and the day on which somebody rang or looked it up."""

    name = blocks.CharBlock(label=_("Who answers"), max_length=120)
    number = blocks.CharBlock(label=_("Number"), max_length=40)
    note = blocks.CharBlock(label=_("Hours, cost"), max_length=200, required=False)
    checked_on = blocks.DateBlock(
        label=_("Checked on"),
        required=False,
        help_text=_("The day on which somebody rang or looked it up."),
    )

    class Meta:
        icon = "mobile-alt"
        label = _("Phone number")


class HelpBlock(blocks.StructBlock):
    """A situation in the words of someone who is in it, and whom to call."""

    situation = blocks.CharBlock(
        label=_("What is happening"),
        max_length=160,
        help_text=_("In the words of somebody who is in it."),
    )
    text = blocks.TextBlock(label=_("What to do"), required=False)
    numbers = blocks.ListBlock(NumberBlock(), label=_("Numbers"), default=[])
    url = blocks.URLBlock(label=_("Website"), required=False)
    url_text = blocks.CharBlock(label=_("Name of the website"), required=False, max_length=120)

    class Meta:
        icon = "help"
        label = _("Situation")
