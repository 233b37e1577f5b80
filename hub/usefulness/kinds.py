"""What is done about problems, in the words of the audit record. Answers are no kind of content."""

from django.utils.translation import gettext_lazy as _

from hub.access.audit.words import name_actions

name_actions(
    {
        "usefulness.dealt_with": _("Problem with a page: dealt with"),
        "usefulness.reopened": _("Problem with a page: opened again"),
    }
)
