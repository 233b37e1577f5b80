from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.glossary.enums import Category
from hub.pages.filters import ListingFilters


class TermFilters(ListingFilters):
    """By subject only: a word is a word for every agency."""

    exact = ("category",)

    category = forms.ChoiceField(
        choices=[("", _("All subjects")), *Category.choices], required=False, label=_("Subject")
    )

    field_order = ("category", "theme")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["agency"], self.fields["nation"]
