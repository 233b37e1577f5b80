from django import forms
from django.utils.translation import gettext_lazy as _

from hub.legislation.enums import ProvisionKind, Status
from hub.pages.filters import ListingFilters


class ProvisionFilters(ListingFilters):
    """Adds the kind of provision and whether it is in force today."""

    exact = ("kind", "status")

    kind = forms.ChoiceField(
        choices=[("", _("All kinds")), *ProvisionKind.choices], required=False, label=_("Kind")
    )
    status = forms.ChoiceField(
        choices=[("", _("Any status")), *Status.choices], required=False, label=_("Status")
    )

    field_order = ("kind", "theme", "agency", "nation", "status")
