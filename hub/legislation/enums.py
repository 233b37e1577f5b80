from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProvisionKind(TextChoices):
    OFFENCE = "offence", _("Offence")
    POWER = "power", _("Power")
    DUTY = "duty", _("Duty")
    DEFENCE = "defence", _("Defence")
    ORDER = "order", _("Order")


class Status(TextChoices):
    IN_FORCE = "in_force", _("In force")
    NOT_IN_FORCE = "not_in_force", _("Not in force yet")
    START_UNCLEAR = "start_unclear", _("Start to be checked")
    PILOT_ENDED = "pilot_ended", _("Pilot ended")
    REPEALED = "repealed", _("Repealed")


# Letters by which an extent is kept, in the order in which official texts name the nations.
NATIONS = {"E": _("England"), "W": _("Wales"), "S": _("Scotland"), "N": _("Northern Ireland")}


class TextStatus(TextChoices):
    """What an official text was on the days on which it stood."""

    IN_FORCE = "in_force", _("In force")
    PROSPECTIVE = "prospective", _("Not in force yet")
    REPEALED = "repealed", _("Repealed")
    DISCARDED = "discarded", _("Repealed before it started")
    AS_PASSED = "as_passed", _("As first passed or made")
