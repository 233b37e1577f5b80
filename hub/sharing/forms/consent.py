"""Who agreed to it, and who stands behind it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.sharing.forms.answering import AnswerForm, line, passage


class ConsentForm(AnswerForm):
    agreed_by = passage(
        _("Who agreed to this being published?"),
        _("Say who agreed, by service and role."),
        hint=_("For each partner that you named: which service, and in which role. No names."),
        rows=4,
        most=1000,
    )
    has_consent = forms.BooleanField(
        label=_("Everybody named here agreed, and nobody else can be recognised"),
        error_messages={"required": _("Tick this once everybody who is named has agreed.")},
    )


class PublisherForm(AnswerForm):
    """A link without a name would say nothing."""

    publisher = line(
        _("Who stands behind it?"),
        hint=_("Such as the council or the evaluator. Leave empty if it was never published."),
    )
    publisher_url = forms.URLField(
        label=_("Where can it be read?"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("The address of a report or page, beginning with https://"),
        error_messages={"invalid": _("Enter an address like https://www.example.org/report")},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("publisher_url") and not cleaned.get("publisher"):
            self.add_error("publisher", _now("Say who published what is at that address."))
        return cleaned
