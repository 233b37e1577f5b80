from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from hub.home.screens import SCREENS, screen_choices
from hub.pages.blocks import BodyBlock


class ScreenBlock(blocks.StructBlock):
    screen = blocks.ChoiceBlock(
        label=_("Screen"),
        choices=screen_choices,
        help_text=_("These pictures come with the hub and change with it."),
    )
    alternative = blocks.CharBlock(
        label=_("Description for people who can't see it"),
        help_text=_("What the picture tells, not what it looks like."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "desktop"
        label = _("Screen of the hub")
        description = _("A picture of one of the hub's own screens, for a guide.")
        template = "home/partials/screen.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        name = value["screen"]
        return context | {"screen": SCREENS.get(name), "file": f"img/guide/{name}.webp"}


class GuideBlock(BodyBlock):
    """What a page about the hub may hold: a body, and pictures of the hub."""

    screen = ScreenBlock()
