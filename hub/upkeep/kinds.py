"""What is done to keep pages right, in the words of the audit record. It is no kind of content."""

from django.utils.translation import gettext_lazy as _

from hub.access.audit.words import name_actions

name_actions(
    {
        "upkeep.decided": _("Thing that rests on a change: decided on"),
        "upkeep.still_right": _("Page read again: still right"),
        "upkeep.withdrawn": _("Page withdrawn"),
        "upkeep.brought_back": _("Page no longer withdrawn"),
        "upkeep.merged": _("Page merged into another"),
    }
)
