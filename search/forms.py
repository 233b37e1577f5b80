from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.forms import ChecksPersonalDetails
from search.models.saved import LONGEST_NAME
from search.query.parsing import MAX_CHARACTERS
from search.saving import kept_query


class SaveForm(ChecksPersonalDetails, forms.Form):
    """`rest` is what else stands in the address of the search: its filters."""

    details_place = "search.save"

    name = forms.CharField(
        label=_("What do you call it?"),
        max_length=LONGEST_NAME,
        help_text=_("It stands in your list and in the emails about it."),
        error_messages={"required": _("Enter a name for this search.")},
    )
    q = forms.CharField(
        label=_("Words to search for"),
        max_length=MAX_CHARACTERS,
        error_messages={"required": _("Enter the words to search for.")},
    )
    rest = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)

    @classmethod
    def of(cls, address: QueryDict) -> "SaveForm":
        """Filled in from the address of the page of results."""
        rest = QueryDict(kept_query(address), mutable=True)
        words = " ".join(rest.pop("q", []))
        initial: dict[str, Any] = {"name": words[:LONGEST_NAME], "q": words}
        return cls(initial={**initial, "rest": rest.urlencode()})

    @property
    def query(self) -> str:
        """Of a valid form."""
        address = QueryDict(self.cleaned_data["rest"], mutable=True)
        address["q"] = self.cleaned_data["q"]
        return kept_query(address)
