"""An administrator erases an account, because its owner asked and can't do it themselves."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import EditView

from hub.access.enums import Role
from hub.core.missing import found
from hub.mydata.services import erase_account, may_not_be_erased
from hub.users.models import User


class EraseOnRequestForm(forms.ModelForm):
    """The address is typed, so that nobody erases the neighbour in the list."""

    address = forms.CharField(
        label=_("Type their email address"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_(
            "This can't be undone. Posts stay under “former member”; everything personal goes."
        ),
    )
    reason = forms.CharField(
        label=_("Why is the account erased?"),
        help_text=_("Such as the day and way of their request, without a name."),
        max_length=120,
    )

    class Meta:
        model = User
        fields: tuple[str, ...] = ()

    def clean_address(self) -> str:
        if self.cleaned_data["address"].strip().lower() != self.instance.email:
            raise forms.ValidationError(_("This isn't the address of this account."))
        return self.instance.email

    def clean(self) -> dict[str, Any]:
        for reason in may_not_be_erased(self.instance):
            self.add_error(None, reason)
        return super().clean() or {}


class ErasePersonView(EditView):
    """For administrators of the hub, about somebody else. Others find nothing here."""

    model = User
    form_class = EraseOnRequestForm
    permission_required = None
    page_title = _("Erase an account")
    success_message = _("The account is erased.")
    submit_button_label = _("Erase this account")
    submit_button_active_label = _("Erasing…")
    index_url_name = "wagtailusers_users:index"
    edit_url_name = "cms_erase_person"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found(True if request.reader.has_role(Role.ADMINISTRATOR) else None)
        return super().dispatch(request, *args, **kwargs)

    def get_object(self, queryset: Any = None) -> User:
        others = User.objects.filter(erased_at=None).exclude(pk=self.request.user.pk)
        return found(others.filter(pk=self.kwargs["pk"]).first())

    def save_instance(self) -> User:
        reason = self.form.cleaned_data["reason"]
        erase_account(person=self.object, by=self.request.user, reason=reason)
        return User.objects.get(pk=self.object.pk)
