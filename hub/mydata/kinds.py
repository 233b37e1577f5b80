"""What people do with their data, in the words of the audit record."""

from django.utils.translation import gettext_lazy as _

from hub.access.audit.words import name_actions

name_actions(
    {
        "account.erased": _("Account: erased"),
        "copy.asked": _("Copy of one's data: asked for"),
        "copy.fetched": _("Copy of one's data: downloaded"),
        "copy.made": _("Copy of one's data: made"),
    }
)
