"""Email domains of organisations: who lets one verify people vouches for it by name."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import CreateView, EditView

from hub.users.cms.kept import KeptRows
from hub.users.models import OrganisationDomain
from hub.users.services import save_domain


class DomainForm(forms.ModelForm):
    class Meta:
        model = OrganisationDomain
        fields = ("domain", "organisation", "may_verify", "with_subdomains")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["domain"].disabled = self.instance.pk is not None


class DomainCreateView(CreateView):
    page_title = _("Add an email domain")

    def save_instance(self) -> OrganisationDomain:
        return save_domain(domain=self.form.save(commit=False), by=self.request.user)


class DomainEditView(EditView):
    def save_instance(self) -> OrganisationDomain:
        return save_domain(domain=self.form.save(commit=False), by=self.request.user)


class DomainViewSet(KeptRows):
    model = OrganisationDomain
    icon = "mail"
    menu_label = _("Email domains")
    add_view_class = DomainCreateView
    edit_view_class = DomainEditView
    list_display = ("domain", "organisation", "may_verify", "with_subdomains", "approved_by")
    list_filter = ("may_verify", "organisation__agency_type", "organisation__area")
    search_fields = ("domain", "organisation__name")
    ordering = ("domain",)

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return DomainForm
