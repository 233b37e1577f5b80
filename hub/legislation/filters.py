from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.query import PageQuerySet

from hub.legislation.enums import ProvisionKind, Status
from hub.pages.filters import ListingFilters


class ProvisionFilters(ListingFilters):
    """Adds the kind of provision and whether it is in force today."""

    kind = forms.ChoiceField(
        choices=[("", _("All kinds")), *ProvisionKind.choices], required=False, label=_("Kind")
    )
    status = forms.ChoiceField(
        choices=[("", _("Any status")), *Status.choices], required=False, label=_("Status")
    )

    field_order = ("kind", "theme", "agency", "nation", "status")

    def apply(self, pages: PageQuerySet) -> PageQuerySet:
        chosen = self.chosen
        pages = super().apply(pages)
        if "kind" in chosen:
            pages = pages.filter(kind=chosen["kind"])
        if "status" in chosen:
            pages = pages.filter(status=chosen["status"])
        return pages
