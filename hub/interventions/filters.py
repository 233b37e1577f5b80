from django import forms
from django.utils.translation import gettext_lazy as _

from hub.interventions.enums import Cost, Effect, Strength
from hub.pages.filters import ListingFilters


class InterventionFilters(ListingFilters):
    """Adds what studies found, how sure they are, and what it costs: each for itself."""

    exact = ("effect", "evidence_strength", "cost")

    effect = forms.ChoiceField(
        choices=[("", _("Any effect")), *Effect.choices],
        required=False,
        label=_("Effect on violence"),
    )
    evidence_strength = forms.TypedChoiceField(
        choices=[("", _("Any strength")), *Strength.choices],
        coerce=int,
        empty_value=None,
        required=False,
        label=_("Strength of the evidence"),
    )
    cost = forms.TypedChoiceField(
        choices=[("", _("Any cost")), *Cost.choices],
        coerce=int,
        empty_value=None,
        required=False,
        label=_("Cost"),
    )
