"""Memberships are granted and ended, never edited or deleted: the record says who could do what."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import CreateView, EditView

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.services import end_membership, grant_membership
from hub.core.personal_details.validators import validate_without_details
from hub.users.cms.kept import KeptRows


class GrantForm(forms.ModelForm):
    class Meta:
        model = Membership
        fields = ("person", "role", "area", "organisation", "starts_on")
        widgets = {"starts_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
        help_texts = {
            "person": _("They need an account first: see “People” in the settings."),
            "role": _("What they may do. Somebody may hold several, one membership for each."),
            "area": _("Leave area and organisation empty for a role in the whole hub."),
            "organisation": _("An area or an organisation, not both."),
            "starts_on": _("The first day on which it counts."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Groups have pages of their own, where people come in and owners are made.
        choices = self.fields["role"].choices
        self.fields["role"].choices = [c for c in choices if c[0] != Role.OWNER]


class EndForm(forms.ModelForm):
    reason = forms.CharField(
        label=_("Why does this membership end?"),
        help_text=_("Saving ends it now. The reason goes into the audit record."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        validators=[validate_without_details],
    )

    class Meta:
        model = Membership
        fields: tuple[str, ...] = ()


class GrantView(CreateView):
    page_title = _("Grant a membership")
    success_message = _("Granted: %(object)s.")

    def save_instance(self) -> Membership:
        return grant_membership(by=self.request.user, **self.form.cleaned_data)


class EndView(EditView):
    page_title = _("End a membership")
    success_message = _("Ended: %(object)s.")

    def save_instance(self) -> Membership:
        return end_membership(
            membership=self.object,
            by=self.request.user,
            reason=self.form.cleaned_data["reason"],
        )


class MembershipViewSet(KeptRows):
    model = Membership
    icon = "key"
    menu_label = _("Memberships")
    add_view_class = GrantView
    edit_view_class = EndView
    list_display = ("person", "role", "area", "organisation", "group", "starts_on", "ends_on")
    list_filter = ("role", "area", "organisation")
    search_fields = ("person__name", "person__email")
    ordering = ("person__name", "role")

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return EndForm if for_update else GrantForm
