"""Where the pages of the directory stand."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

PEOPLE = (_("People"), reverse_lazy("people:entrance"))
MESSAGES = (_("Messages"), reverse_lazy("people:messages"))
