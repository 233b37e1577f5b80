"""What people do with notices, in the words of the audit record."""

from django.utils.translation import gettext_lazy as _

from hub.access.audit.words import name_actions

name_actions(
    {
        "feed_key.made": _("Feeds: key of private feeds made"),
        "feed_key.revoked": _("Feeds: key of private feeds revoked"),
    }
)
