"""Forms of the directory: how a list is narrowed, one's own entry, and a message."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.directory.models import Listing
from hub.pages.filters import ListingFilters, RowChoice
from hub.taxonomy.models import Area, Theme

LONGEST_MESSAGE = 2000


class AreaFilter(ListingFilters):
    """An area counts with all areas inside it."""

    theme = agency = nation = None
    area = RowChoice(
        Area.objects.all(),
        to_field_name="slug",
        required=False,
        label=_("Area"),
        empty_label=_("All areas"),
    )


class PeopleFilters(ListingFilters):
    """Theme and agency as on every list, and area."""

    nation = None
    area = AreaFilter.base_fields["area"]


class ListingForm(ChecksPersonalDetails, forms.Form):
    details_place = "directory.listing"

    is_listed = forms.BooleanField(
        label=_("List me among practitioners"),
        required=False,
        help_text=_("Off until you tick it. Verified practitioners find you by theme and area."),
    )
    work_name = forms.CharField(
        label=_("Work name"),
        max_length=Listing._meta.get_field("work_name").max_length,
        required=False,
        help_text=_("Shown here and in messages, in place of the name in your profile."),
    )
    helps_with = forms.CharField(
        label=_("What can you help with?"),
        max_length=Listing._meta.get_field("helps_with").max_length,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One or two sentences. Leave out cases, and how to reach you elsewhere."),
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(),
        label=_("What you know well"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, has_name: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.has_name = has_name

    def clean_work_name(self) -> str:
        name = self.cleaned_data["work_name"]
        if "@" in name:
            raise forms.ValidationError(_("Enter a name, not an email address."))
        return name

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        nameless = not (self.has_name or data.get("work_name"))
        if data.get("is_listed") and nameless and "work_name" not in self.errors:
            self.add_error("work_name", _("Enter a name by which colleagues can call you."))
        return data


class MessageForm(ChecksPersonalDetails, forms.Form):
    details_place = "directory.message"

    body = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Say what you need and by when. Name nobody whom you work with."),
        error_messages={"required": _("Write what you'd like to ask.")},
    )
