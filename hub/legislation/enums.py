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
