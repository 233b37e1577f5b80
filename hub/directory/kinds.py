"""What is done in the directory, in the words of the audit record. It is no kind to find."""

from django.utils.translation import gettext_lazy as _

from hub.access.audit.words import name_actions

name_actions({"listing.viewed": _("Directory: somebody's entry read")})
