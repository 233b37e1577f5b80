"""People in the CMS: who they are. What they may do comes from memberships."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.users.views.users import EditView, IndexView, UserColumn, UserViewSet

from hub.users.cms.kept import KeptRows
from hub.users.models import User


class PersonCreateForm(forms.ModelForm):
    """An account without a password; "Forgotten your password?" lets its owner choose one."""

    class Meta:
        model = User
        fields = ("email", "name")
        help_texts = {
            "email": _(
                "They choose a password themselves: ask them to press ‘Forgotten your "
                "password?’ on the sign-in page."
            ),
        }

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def save(self, commit: bool = True) -> User:
        self.instance.set_unusable_password()
        return super().save(commit)


class PersonEditForm(forms.ModelForm):
    """The address stays: only its owner can change it, by a link sent to the new one."""

    class Meta:
        model = User
        fields = ("email", "name", "is_active")
        help_texts = {"is_active": _("Untick to close the account and end its sessions at once.")}

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].disabled = True
        if editing_self:
            del self.fields["is_active"]


class PeopleIndexView(IndexView):
    page_title = _("People")
    add_item_label = _("Add a person")
    search_fields = ("name", "email")

    @cached_property
    def columns(self) -> list[Column]:
        title = self._get_title_column_class(UserColumn)
        return [
            title(
                "name",
                accessor="get_full_name",
                label=_("Name"),
                sort_key="name",
                get_url=self.get_edit_url,
                classname="name",
            ),
            Column("email", label=_("Email address"), sort_key="email"),
            BooleanColumn("is_active", label=_("Active"), sort_key="is_active"),
            DateColumn("last_login", label=_("Last signed in"), sort_key="last_login"),
        ]

    def get_delete_url(self, instance: User) -> None:
        return None


class PersonEditView(EditView):
    def setup(self, *args: Any, **kwargs: Any) -> None:
        super().setup(*args, **kwargs)
        self.can_delete = False


class PeopleViewSet(KeptRows, UserViewSet):
    menu_label = _("People")
    template_prefix = ""
    index_template_name = "wagtailadmin/generic/index.html"
    index_results_template_name = "wagtailadmin/generic/listing_results.html"
    create_template_name = "wagtailadmin/generic/create.html"
    edit_template_name = "wagtailadmin/generic/edit.html"
    index_view_class = PeopleIndexView
    edit_view_class = PersonEditView

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return PersonEditForm if for_update else PersonCreateForm
