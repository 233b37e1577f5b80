from django import forms
from django.utils.translation import gettext_lazy as _

from hub.pages.filters import ListingFilters
from hub.policy.enums import PolicyStatus


class PolicyFilters(ListingFilters):
    """Adds whether a document still counts."""

    exact = ("status",)

    status = forms.ChoiceField(
        choices=[("", _("Any status")), *PolicyStatus.choices], required=False, label=_("Status")
    )
