"""Collections whose files are OFFICIAL-SENSITIVE. Marked anew, never deleted."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import CreateView, EditView

from hub.access.enums import Marking
from hub.access.models import CollectionMarking
from hub.access.services import mark_collection
from hub.users.cms.kept import KeptRows

LEVEL_HELP = _(
    "OFFICIAL-SENSITIVE lets in only verified practitioners who signed in with a second step. It "
    "counts at once, for the collections inside this one too."
)


class MarkForm(forms.ModelForm):
    class Meta:
        model = CollectionMarking
        fields = ("collection", "level")
        help_texts = {
            "collection": _("Its images and documents. Files of a marked page belong in one."),
            "level": LEVEL_HELP,
        }


class MarkAnewForm(forms.ModelForm):
    class Meta:
        model = CollectionMarking
        fields = ("level",)
        help_texts = {"level": LEVEL_HELP}


class MarkView(CreateView):
    page_title = _("Mark a collection")
    success_message = _("Marked: %(object)s.")

    def save_instance(self) -> CollectionMarking:
        return mark_collection(by_id=self.request.user.pk, **self.form.cleaned_data)


class MarkAnewView(EditView):
    page_title = _("Mark a collection anew")
    success_message = _("Marked: %(object)s.")

    def save_instance(self) -> CollectionMarking:
        return mark_collection(
            collection=self.object.collection,
            level=Marking(self.form.cleaned_data["level"]),
            by_id=self.request.user.pk,
        )


class CollectionMarkingViewSet(KeptRows):
    model = CollectionMarking
    icon = "lock"
    menu_label = _("Marked collections")
    add_view_class = MarkView
    edit_view_class = MarkAnewView
    list_display = ("collection", "level")

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return MarkAnewForm if for_update else MarkForm
