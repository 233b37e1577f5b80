"""What the forms of all questions have in common, and the fields they are made of."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.pages.secret_markings import refuse_secret_heading

Words = str | Promise
LONGEST = 10_000


class AnswerForm(ChecksPersonalDetails, forms.Form):
    """One question. Its fields are fields of the example.

    `seen` says what was answered when the form was shown, so that another window overwrites
    nothing.
    """

    details_place = "sharing.answer"

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    @classmethod
    def names(cls) -> list[str]:
        """The fields of the example that it fills."""
        return [name for name in cls.base_fields if name != "seen"]

    @classmethod
    def needed(cls) -> list[str]:
        return [name for name in cls.names() if cls.base_fields[name].required]

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.names()}


def line(
    label: Words, missing: Words = "", *, most: int = 200, hint: Words = ""
) -> forms.CharField:
    """One line of text, needed where something is to be said of its being missing."""
    return forms.CharField(
        label=label,
        required=bool(missing),
        max_length=most,
        help_text=hint,
        validators=[refuse_secret_heading],
        error_messages={"required": missing},
    )


def passage(
    label: Words, missing: Words = "", *, hint: Words = "", rows: int = 8, most: int = LONGEST
) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=bool(missing),
        max_length=most,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": missing},
    )


def number(label: Words, hint: Words = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=10_000_000,
        help_text=hint,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-5"}),
        error_messages={
            "invalid": _("Enter a whole number, like 52."),
            "min_value": _("Enter a whole number, like 52."),
        },
    )
