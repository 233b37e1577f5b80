from functools import partial
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.core.numbers import row_id
from hub.directory.people import is_verified
from hub.forum.naming import MOST_NAMED, found_by_name, in_words, people_to_name
from hub.users.models import User

# Asks for a list of people while somebody types; without script the button beside it does.
ASKING = {
    "autocomplete": "off",
    "data-hx-get": reverse_lazy("forum:people"),
    "data-hx-include": "#told",
    "data-hx-select": "[data-piece]",
    "data-hx-target": "#told",
    "data-hx-trigger": "input changed delay:300ms",
}


class FindField(forms.CharField):
    """The name to look for. It is never kept."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Tell colleagues about this"),
            required=False,
            max_length=80,
            widget=forms.TextInput(attrs=ASKING),
            help_text=_(
                "Type part of a name in the directory, then tick whom you mean. They get a "
                "notice if they may read it; you aren't told whether they may."
            ),
        )


class ToldField(forms.ModelMultipleChoiceField):
    """Whom to tell. The form says who is there, and offers those found or chosen alone."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Whom to tell"),
            queryset=User.objects.none(),
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )


class NamesPeople:
    """Of a form with the fields `find` and `told`, for readers of the directory alone."""

    # Of the form that this is mixed into.
    fields: dict[str, Any]
    data: Any
    initial: dict[str, Any]
    is_bound: bool
    is_preview: bool
    add_error: Any

    def offer_people(self, reader: Reader) -> None:
        """Takes both fields away from others. Four queries where somebody is looked for."""
        if not is_verified(reader):
            del self.fields["find"], self.fields["told"]
            return
        people = people_to_name(reader)
        self.fields["told"].queryset = people
        # Asked when it is drawn: a kept draft is filled in after this.
        self.fields["told"].choices = partial(self.choices_among, people)

    def choices_among(self, people: Any) -> list[tuple[int, str]]:
        """Those chosen before, then those found."""
        numbers = [row_id(str(number)) for number in self.sent_or_first("told") or ()]
        chosen = people.filter(pk__in=[n for n in numbers[:MOST_NAMED] if n]) if numbers else ()
        found = found_by_name(people, self.sent_or_first("find") or "")
        return list({person.pk: in_words(person) for person in (*chosen, *found)}.items())

    def sent_or_first(self, name: str) -> Any:
        if not self.is_bound:
            return self.initial.get(name)
        return self.data.getlist(name) if name == "told" else self.data.get(name)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()  # type: ignore[misc]
        typed, told = cleaned.pop("find", ""), cleaned.get("told", ())
        if len(told) > MOST_NAMED:
            self.add_error("told", _now("Tell at most %(n)d colleagues.") % {"n": MOST_NAMED})
        elif told and cleaned.get("anonymous"):
            told_who = _now("Whom you tell could tell who you are. Tell nobody, or sign it.")
            self.add_error("told", told_who)
        elif typed and not told and not self.is_preview:
            self.add_error("find", _now("Tick the colleague whom you mean, or empty this field."))
        return cleaned


class PeopleForm(NamesPeople, forms.Form):
    """The list of people alone, as a script asks for it."""

    is_preview = True

    find = FindField()
    told = ToldField()

    def __init__(self, *args: Any, reader: Reader, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer_people(reader)
