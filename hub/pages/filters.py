"""Filters of a list of pages. A value that makes no sense filters nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.query import PageQuerySet

from hub.taxonomy.models import AgencyType, Nation, Theme


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter in use, and the address of the list without it."""

    label: str
    url: str


class ListingFilters(forms.Form):
    """Theme, agency and nation. A page without audiences is for everyone; likewise nations."""

    theme = forms.ModelChoiceField(
        Theme.objects.all(),
        to_field_name="slug",
        required=False,
        label=_("Theme"),
        empty_label=_("All themes"),
    )
    agency = forms.ModelChoiceField(
        AgencyType.objects.all(),
        to_field_name="slug",
        required=False,
        label=_("Agency"),
        empty_label=_("All agencies"),
    )
    nation = forms.ModelChoiceField(
        Nation.objects.all(),
        to_field_name="slug",
        required=False,
        label=_("Nation"),
        empty_label=_("All nations"),
    )

    use_required_attribute = False
    # Own fields of a kind whose chosen value a page must have in the field of the same name.
    exact: ClassVar[tuple[str, ...]] = ()

    @property
    def chosen(self) -> dict[str, object]:
        """Names and values of the filters that hold; a bad value is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def apply(self, pages: PageQuerySet) -> PageQuerySet:
        chosen = self.chosen
        if "theme" in chosen:
            pages = pages.filter(themes=chosen["theme"])
        if "agency" in chosen:
            pages = pages.filter(audiences=chosen["agency"]) | pages.filter(audiences=None)
        if "nation" in chosen:
            pages = pages.filter(nations=chosen["nation"]) | pages.filter(nations=None)
        same = {name: chosen[name] for name in self.exact if name in chosen}
        return pages.filter(**same).distinct()

    def active(self) -> list[ActiveFilter]:
        """What is chosen, each with the address that removes it."""
        chosen = self.chosen
        items = []
        for name, value in chosen.items():
            rest = {other: self.data.get(other) for other in chosen if other != name}
            label = f"{self.fields[name].label}: {self.words(name, value)}"
            items.append(ActiveFilter(label, f"?{urlencode(rest)}"))
        return items

    def words(self, name: str, value: object) -> str:
        """A chosen value as people read it."""
        if isinstance(value, Model):
            return str(value)
        choices: Iterable[tuple[object, object]] = getattr(self.fields[name], "choices", ())
        return str(dict(choices).get(value, value))
