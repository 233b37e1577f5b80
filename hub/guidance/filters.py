from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.query import PageQuerySet

from hub.guidance.enums import EvidenceLevel
from hub.pages.filters import ListingFilters

ANY = ("", _("Any evidence"))


class PracticeFilters(ListingFilters):
    """Adds how much an example proves: the chosen level or a better one."""

    evidence = forms.TypedChoiceField(
        choices=[ANY, *EvidenceLevel.choices],
        coerce=int,
        required=False,
        empty_value=None,
        label=_("At least this evidence"),
    )

    def apply(self, pages: PageQuerySet) -> PageQuerySet:
        least = self.chosen.get("evidence")
        pages = super().apply(pages)
        return pages.filter(evidence_level__gte=least) if least else pages
