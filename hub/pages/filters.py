"""Filters of a list of pages. A value that makes no sense filters nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy as _
from wagtail.query import PageQuerySet

from hub.taxonomy.models import AgencyType, Nation, Theme


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter in use, and the address of the list without it."""

    label: str
    url: str


class RowsOnce(ModelChoiceIterator):
    """Django's own asks the database anew each time."""

    def __iter__(self) -> Iterator[tuple[object, str]]:
        yield "", str(self.field.empty_label)
        yield from map(self.choice, self.field.queryset)


class RowChoice(forms.ModelChoiceField):
    """A row of a short table by its slug. One query for the options and the row chosen."""

    iterator = RowsOnce

    def to_python(self, value: str | None) -> Model | None:
        if value in self.empty_values:
            return None
        for row in self.queryset:
            if row.slug == value:
                return row
        raise ValidationError(self.error_messages["invalid_choice"], params={"value": value})


class ListingFilters(forms.Form):
    """Theme, agency and nation. A page without audiences is for everyone; likewise nations."""

    theme = RowChoice(
        Theme.objects.all(),
        to_field_name="slug",
        required=False,
        label=_("Theme"),
        empty_label=_("All themes"),
    )
    agency = RowChoice(
        AgencyType.objects.all(),
        to_field_name="slug",
        required=False,
        label=_("Agency"),
        empty_label=_("All agencies"),
    )
    nation = RowChoice(
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
        """The pages that fit, each once: a page has a value once, and only one is asked for."""
        chosen = self.chosen
        if "theme" in chosen:
            pages = pages.filter(themes=chosen["theme"])
        if "agency" in chosen:
            pages = pages.filter(Q(audiences=chosen["agency"]) | Q(audiences=None))
        if "nation" in chosen:
            pages = pages.filter(Q(nations=chosen["nation"]) | Q(nations=None))
        return pages.filter(**{name: chosen[name] for name in self.exact if name in chosen})

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
