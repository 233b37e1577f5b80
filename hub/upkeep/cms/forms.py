from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.core.numbers import row_id
from hub.core.personal_details.validators import validate_without_details
from hub.pages.boards import changeable_by
from hub.pages.models import HubPage
from hub.upkeep.enums import Outcome
from hub.upkeep.services.merging import may_merge
from hub.users.models import User

MOST = 300


class NumberedPageChooser(AdminPageChooser):
    """Wagtail's own asks the database for whatever was sent; 0 stands for what is no number."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> int | None:
        sent = super().value_from_datadict(data, files, name)
        return None if sent is None else row_id(sent) or 0


def words(**fields: Any) -> forms.CharField:
    return forms.CharField(max_length=MOST, validators=[validate_without_details], **fields)


class ConfirmForm(forms.Form):
    note = words(
        label=_("Note"),
        help_text=_("Such as: checked against the guidance of July. You may leave it empty."),
        required=False,
    )


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("What did you find?"),
        choices=[choice for choice in Outcome.choices if choice[0] != Outcome.LEFT],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you found.")},
    )
    note = words(
        label=_("Note"),
        help_text=_("Such as: the answer names the new age now. You may leave it empty."),
        required=False,
    )


class WithdrawForm(forms.Form):
    because = words(
        label=_("Why it is withdrawn, and what to use instead"),
        help_text=_("Readers see these words at the top of the page."),
        error_messages={"required": _("Say why readers shouldn’t rely on this page any more.")},
    )
    instead = forms.ModelChoiceField(
        label=_("Page to use instead"),
        help_text=_("The banner leads there. You may leave it empty."),
        queryset=Page.objects.none(),
        widget=NumberedPageChooser,
        required=False,
    )

    def __init__(self, *args: Any, page: HubPage, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Page.objects.live().exclude(pk=page.pk)
        self.fields["instead"].queryset = readable_pages(others, reader)


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(
        label=_("Page that stays"),
        help_text=_("The address of this page will lead there, and its followers will follow it."),
        queryset=Page.objects.none(),
        widget=NumberedPageChooser,
        error_messages={"required": _("Choose the page that stays.")},
    )
    because = words(
        label=_("What its followers should know"),
        help_text=_("Such as: both pages said the same. All of it is on the other one now."),
        error_messages={"required": _("Say why this page goes.")},
    )

    def __init__(self, *args: Any, page: HubPage, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page
        self.fields["into"].queryset = changeable_by(user).live()

    def clean_into(self) -> HubPage:
        into = self.cleaned_data["into"].specific
        if not isinstance(into, HubPage) or not may_merge(self.page, into):
            raise forms.ValidationError(
                _(
                    "These two can’t be merged: it must be another published page for the same"
                    " readers, and nothing published may lie below this one."
                )
            )
        return into
