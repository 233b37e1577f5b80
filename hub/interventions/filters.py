from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.query import PageQuerySet

from hub.interventions.enums import Effect
from hub.pages.filters import ListingFilters


class InterventionFilters(ListingFilters):
    """Adds what studies found."""

    effect = forms.ChoiceField(
        choices=[("", _("Any effect")), *Effect.choices],
        required=False,
        label=_("Effect on violence"),
    )

    def apply(self, pages: PageQuerySet) -> PageQuerySet:
        effect = self.chosen.get("effect")
        pages = super().apply(pages)
        return pages.filter(effect=effect) if effect else pages
