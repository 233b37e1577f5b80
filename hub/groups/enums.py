from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Joining(TextChoices):
    """How people come into a group."""

    OPEN = "open", _("Open: people join by themselves")
    ASK = "ask", _("Ask to join: an owner decides")
    INVITATION = "invitation", _("By invitation of an owner")


class Decision(TextChoices):
    """What became of a request to join."""

    WAITING = "waiting", _("Waiting")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")
