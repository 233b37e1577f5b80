from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.interventions.conditions import CIRCUMSTANCES, RESOURCES
from hub.interventions.enums import Dimension, Weight
from hub.pages.blocks import SourceBlock


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


class EvidenceSourceBlock(SourceBlock):
    """A source of one answer: studies of the effect often say nothing about the cost."""

    dimension = blocks.ChoiceBlock(
        label=_("What it says something about"),
        choices=Dimension.choices,
        help_text=_("Add a source twice if it says something about two of them."),
    )

    class Meta:
        icon = "doc-full-inverse"
        label = _("Source")


class NeedBlock(blocks.StructBlock):
    """Something that an area has or lacks."""

    condition = blocks.ChoiceBlock(
        label=_("Condition"),
        choices=[(item.value, item.label) for item in RESOURCES],
        help_text=_("Areas say of the same list what they have."),
    )
    weight = blocks.ChoiceBlock(
        label=_("How much hangs on it"),
        choices=Weight.choices,
        default=Weight.NEEDED,
        help_text=_("“Needed first” is for what it fails without."),
    )
    why = blocks.CharBlock(
        label=_("Why"), max_length=250, required=False, help_text=_("From a source, in a sentence.")
    )

    class Meta:
        icon = "tick"
        label = _("It needs")


class HarmBlock(blocks.StructBlock):
    """Where it does harm."""

    condition = blocks.ChoiceBlock(
        label=_("Where this is so"),
        choices=[(item.value, item.label) for item in CIRCUMSTANCES],
        help_text=_("Areas say of the same list how it is with them."),
    )
    why = blocks.CharBlock(
        label=_("Why"), max_length=250, required=False, help_text=_("From a source, in a sentence.")
    )

    class Meta:
        icon = "warning"
        label = _("It may do harm")
