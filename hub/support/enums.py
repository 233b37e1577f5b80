from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Help(TextChoices):
    """What kind of help somebody asks for."""

    POLICY = "policy", _("Policy")
    LEGISLATION = "legislation", _("Legislation")
    PRACTICE = "practice", _("Practice")
    TECHNICAL = "technical", _("Using this hub")


class Status(TextChoices):
    """Where a request stands, as the team says it. NEW and TAKEN wait for the team."""

    NEW = "new", _("New")
    TAKEN = "taken", _("Being looked at")
    ASKED_BACK = "asked-back", _("Waiting for the asker")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed")


WITH_TEAM = (Status.NEW, Status.TAKEN)


class Helped(TextChoices):
    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")
