from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Proof(TextChoices):
    """What a verification rests on."""

    ADDRESS = "address", _("A confirmed address of the organisation")
    APPROVER = "approver", _("An approver’s decision")


class Ended(TextChoices):
    """Why the hub ended a verification before its time. Empty: it lapsed, or a person ended it."""

    ADDRESS = "address", _("The address is no longer the person’s")
    DOMAIN = "domain", _("The domain verifies nobody any more")
    ORGANISATION = "organisation", _("The organisation takes no part any more")
    ACCOUNT = "account", _("The account was closed")


class RequestState(TextChoices):
    WAITING = "waiting", _("Waiting for an answer")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Taken back")
