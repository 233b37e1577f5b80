"""What this app does in the words of the record."""

from django.utils.translation import gettext_lazy as _

from hub.access.audit.words import name_actions

name_actions({"api.read": _("Read API: closed thing read")})
