from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.query import PageQuerySet

from hub.pages.filters import ListingFilters
from hub.policy.enums import PolicyStatus


class PolicyFilters(ListingFilters):
    """Adds whether a document still counts."""

    status = forms.ChoiceField(
        choices=[("", _("Any status")), *PolicyStatus.choices], required=False, label=_("Status")
    )

    def apply(self, pages: PageQuerySet) -> PageQuerySet:
        status = self.chosen.get("status")
        pages = super().apply(pages)
        return pages.filter(status=status) if status else pages
