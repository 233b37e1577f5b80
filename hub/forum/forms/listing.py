from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from hub.forum.enums import ThreadKind, ThreadState
from hub.forum.models.space import SpaceQuerySet
from hub.taxonomy.models import AgencyType, Area, NamedRow, Theme


class SlugChoice(forms.ModelChoiceField):
    def __init__(self, rows: QuerySet, label: str, empty_label: str) -> None:
        super().__init__(
            rows, label=label, required=False, to_field_name="slug", empty_label=empty_label
        )


class ThreadFilterForm(forms.Form):
    """What the list is narrowed to; a value that makes no sense narrows nothing.

    `spaces` are those that the reader may see, where the list goes over several: only what they
    are about can be chosen, so that the choices tell nothing of closed ones. Two queries.
    """

    state = forms.ChoiceField(
        label=_("Show"), required=False, choices=[("", _("All threads")), *ThreadState.choices]
    )
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("All kinds")), *ThreadKind.choices]
    )
    theme = SlugChoice(Theme.objects.all(), _("Theme"), _("All themes"))
    area = SlugChoice(Area.objects.none(), _("Area"), _("All areas"))
    agency = SlugChoice(AgencyType.objects.none(), _("Agency"), _("All agencies"))

    def __init__(self, *args: Any, spaces: SpaceQuerySet | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.narrow("area", Area.objects, spaces, "area")
        self.narrow("agency", AgencyType.objects, spaces, "agency_type")

    def narrow(self, name: str, rows: QuerySet, spaces: SpaceQuerySet | None, column: str) -> None:
        used = rows.none() if spaces is None else rows.filter(pk__in=spaces.values(column))
        if spaces is None or not used:
            del self.fields[name]
        else:
            self.fields[name].queryset = used

    def chosen(self) -> dict[str, str | NamedRow | None]:
        """By name, what is chosen; None where nothing is."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or None for name in self.base_fields}

    def labels(self) -> dict[str, str]:
        """By name, the words of each choice in use."""
        states = {**dict(ThreadState.choices), **dict(ThreadKind.choices)}
        chosen = {name: value for name, value in self.chosen().items() if value}
        return {name: str(states.get(value, value)) for name, value in chosen.items()}
