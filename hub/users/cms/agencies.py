"""Agencies whose own sign-in the hub takes. Only administrators come here."""

import re
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import CreateView, DeleteView, EditView
from wagtail.admin.viewsets.model import ModelViewSet

from hub.access.services import record_audit
from hub.users.agency_signin import DOMAINS, SEALED_SECRET, seal
from hub.users.models import Agency

PROVIDER = "openid_connect"
DOMAIN = re.compile(r"^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$")


class AgencyForm(forms.ModelForm):
    name = forms.CharField(
        label=_("Name of the agency"),
        max_length=40,
        help_text=_("Stands on the button of the sign-in page."),
    )
    provider_id = forms.SlugField(
        label=_("Name in addresses"), help_text=_("Small letters and hyphens. It stays.")
    )
    server_url = forms.URLField(
        label=_("Address of the provider"),
        assume_scheme="https",
        help_text=_(
            "The issuer, such as https://login.agency.example/tenant. It begins with https."
        ),
    )
    domains = forms.CharField(
        label=_("Domains it may vouch for"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "One a line, such as ardale.example. It can sign in nobody with another address."
        ),
    )
    client_id = forms.CharField(
        label=_("Client id"),
        max_length=191,
        help_text=_("By which the provider knows this hub. The agency gives it to you."),
    )
    secret = forms.CharField(
        label=_("Client secret"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("Leave it empty to keep the one that is stored. It's never shown again."),
    )

    class Meta:
        model = Agency
        fields = ("name", "provider_id", "server_url", "client_id", "secret", "domains")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["secret"].initial = ""
        self.initial["server_url"] = self.instance.settings.get("server_url", "")
        self.initial["domains"] = "\n".join(self.instance.settings.get(DOMAINS, []))
        if self.instance.pk:
            self.fields["provider_id"].disabled = True

    def clean_server_url(self) -> str:
        address = self.cleaned_data["server_url"]
        if not address.startswith("https://") and not settings.DEMO:
            raise forms.ValidationError(_("Enter an address that begins with https."))
        return address

    def clean_domains(self) -> list[str]:
        wanted = [line.strip().lower() for line in self.cleaned_data["domains"].splitlines()]
        domains = [domain for domain in wanted if domain]
        wrong = [domain for domain in domains if not DOMAIN.match(domain)]
        if wrong:
            raise forms.ValidationError(_("Enter a domain like ardale.example: %s") % wrong[0])
        for other in Agency.objects.exclude(pk=self.instance.pk):
            taken = set(domains) & set(other.settings.get(DOMAINS, []))
            if taken:
                raise forms.ValidationError(
                    _("%(domain)s belongs to %(agency)s already.")
                    % {"domain": min(taken), "agency": other.name}
                )
        return domains

    def clean_provider_id(self) -> str:
        name = self.cleaned_data["provider_id"]
        if Agency.objects.exclude(pk=self.instance.pk).filter(provider_id=name).exists():
            raise forms.ValidationError(_("Another agency has this name."))
        return name

    def save(self, commit: bool = True) -> Agency:
        app, data = self.instance, self.cleaned_data
        app.provider, app.secret = PROVIDER, ""
        app.settings = {
            **app.settings,
            "server_url": data["server_url"],
            DOMAINS: data["domains"],
        }
        if data["secret"]:
            app.settings[SEALED_SECRET] = seal(data["secret"])
        app.save()
        return app


class Recorded:
    """Says in the audit record who changed which agency."""

    def save_instance(self) -> Agency:
        app = super().save_instance()
        record_audit(
            action="agency.changed", subject=f"agency {app.pk}", person_id=self.request.user.pk
        )
        return app


class AgencyCreateView(Recorded, CreateView):
    page_title = _("Add an agency's sign-in")


class AgencyEditView(Recorded, EditView):
    pass


class AgencyDeleteView(DeleteView):
    def delete_action(self) -> None:
        record_audit(
            action="agency.removed",
            subject=f"agency {self.object.pk}",
            person_id=self.request.user.pk,
        )
        super().delete_action()


class AgencyViewSet(ModelViewSet):
    model = Agency
    icon = "key"
    menu_label = _("Agencies' sign-in")
    list_display = ("name", "provider_id")
    search_fields = ("name",)
    add_view_class = AgencyCreateView
    edit_view_class = AgencyEditView
    delete_view_class = AgencyDeleteView
    copy_view_enabled = False
    inspect_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return AgencyForm
