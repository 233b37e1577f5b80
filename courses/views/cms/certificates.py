"""Where trainers find certificates and revoke them. They are issued by passing, never here."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import EditView, IndexView

from courses.models import Certificate
from courses.services.certificates import revoke_certificate
from hub.access.cms_addresses import CMS, Named
from hub.core.personal_details.validators import validate_without_details
from hub.users.cms.kept import KeptRows


class RevokeForm(forms.ModelForm):
    reason = forms.CharField(
        label=_("Why is this certificate revoked?"),
        help_text=_(
            "Saving revokes it for good. Its holder is told and reads the reason; whoever checks "
            "the certificate learns only that it is no longer valid."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        validators=[validate_without_details],
    )

    class Meta:
        model = Certificate
        fields: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        if self.instance.revoked_at:
            raise ValidationError(_("This certificate is revoked already."))
        return super().clean() or self.cleaned_data


class ListView(IndexView):
    def get_base_queryset(self) -> QuerySet:
        return Certificate.objects.readable_by(self.request.reader)


class RevokeView(EditView):
    page_title = _("Revoke a certificate")
    submit_button_label = _("Revoke")
    submit_button_active_label = _("Revoking…")
    success_message = _("Revoked: %(object)s.")

    def get_queryset(self) -> QuerySet:
        return Certificate.objects.readable_by(self.request.reader)

    def save_instance(self) -> Certificate:
        return revoke_certificate(
            certificate=self.object,
            by=self.request.user,
            reason=self.form.cleaned_data["reason"],
        )


class CertificateViewSet(KeptRows):
    model = Certificate
    icon = "clipboard-list"
    menu_label = _("Certificates")
    copy_view_enabled = False
    index_view_class = ListView
    edit_view_class = RevokeView
    list_display = ("person_name", "course_title", "issued_at", "valid_until", "revoked_at")
    list_filter = ("course",)
    search_fields = ("person_name", "course_title", "code")

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return RevokeForm

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        left_out = dict.fromkeys(("add_url_name", "history_url_name", "usage_url_name"))
        return super().get_common_view_kwargs(**left_out, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        kept = {"index", "index_results", "edit"}
        return [item for item in super().get_urlpatterns() if item.name in kept]


NAMED = Named(
    lambda: Certificate,
    lambda rows, reader: rows.readable_by(reader),
    (f"{CMS}certificates/",),
    {"pk"},
)
