"""What the actions of verification are called in the audit record."""

from django.utils.translation import gettext_lazy as _

from hub.access.audit.words import name_actions

name_actions(
    {
        "email-domain.added": _("Email domain: added"),
        "email-domain.approved": _("Email domain: may verify from now on"),
        "email-domain.changed": _("Email domain: changed"),
        "email-domain.withdrawn": _("Email domain: verifies nobody any more"),
        "verification.approved": _("Verification: request approved"),
        "verification.refused": _("Verification: request refused"),
        "verification.renewed": _("Verification: renewed"),
    }
)
