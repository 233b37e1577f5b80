"""What is done in groups, in the words of the audit record. Groups are no kind to read or find."""

from django.utils.translation import gettext_lazy as _

from hub.access.audit.words import name_actions

name_actions(
    {
        "group.changed": _("Group: changed"),
        "group.closed": _("Group: closed"),
        "group.invitation_withdrawn": _("Group: invitation taken back"),
        "group.invited": _("Group: somebody invited"),
        "group.started": _("Group: started"),
    }
)
