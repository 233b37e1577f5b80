from django import forms
from django.utils.translation import gettext_lazy as _

from hub.interventions.enums import Effect
from hub.pages.filters import ListingFilters


class InterventionFilters(ListingFilters):
    """Adds what studies found."""

    exact = ("effect",)

    effect = forms.ChoiceField(
        choices=[("", _("Any effect")), *Effect.choices],
        required=False,
        label=_("Effect on violence"),
    )
