"""The staffed hours and the duty rota in the CMS, where administrators edit them."""

from typing import Any

from django.db.models import Model, QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.views.generic import CopyView, CreateView, DeleteView, EditView
from wagtail.admin.viewsets.model import ModelViewSet

from hub.forum.duty import active_moderators
from hub.forum.models import DutyShift, StaffedHours
from hub.forum.services import remove_hours, remove_shift, save_hours, save_shift
from hub.users.models import User


class ModeratorField(ModelChoiceField):
    """Moderators of the hub as they are now; two may have the same name."""

    def label_from_instance(self, person: User) -> str:
        return f"{person} ({person.email})"


class ShiftForm(WagtailAdminModelForm):
    """Whoever moderates no longer isn't offered, and has to be replaced before a shift is saved."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["person"]
        self.fields["person"] = ModeratorField(
            active_moderators(),
            label=field.label,
            help_text=field.help_text,
            error_messages={"invalid_choice": _("Choose somebody who moderates the whole hub.")},
        )


class SavesHours:
    request: HttpRequest
    form: WagtailAdminModelForm

    def save_instance(self) -> Model:
        return save_hours(hours=self.form.save(commit=False), by=self.request.user)


class SavesShift:
    request: HttpRequest
    form: WagtailAdminModelForm

    def save_instance(self) -> Model:
        return save_shift(shift=self.form.save(commit=False), by=self.request.user)


class AddHoursView(SavesHours, CreateView):
    page_title = _("Add staffed hours")


class CopyHoursView(SavesHours, CopyView):
    page_title = _("Add staffed hours")


class EditHoursView(SavesHours, EditView):
    pass


class DeleteHoursView(DeleteView):
    def delete_action(self) -> None:
        remove_hours(hours=self.object, by=self.request.user)


class AddShiftView(SavesShift, CreateView):
    page_title = _("Add a duty shift")


class CopyShiftView(SavesShift, CopyView):
    page_title = _("Add a duty shift")


class EditShiftView(SavesShift, EditView):
    pass


class DeleteShiftView(DeleteView):
    def delete_action(self) -> None:
        remove_shift(shift=self.object, by=self.request.user)


class RecordedRows(ModelViewSet):
    """Changes stand in the audit record, so Wagtail's own log of them has no page."""

    inspect_view_enabled = False

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        left_out = dict.fromkeys(("history_url_name", "usage_url_name"))
        return super().get_common_view_kwargs(**left_out, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        left_out = {"history", "history_results", "usage", "usage_results"}
        return [item for item in super().get_urlpatterns() if item.name not in left_out]


class StaffedHoursViewSet(RecordedRows):
    model = StaffedHours
    icon = "time"
    menu_label = _("Staffed hours")
    add_view_class = AddHoursView
    copy_view_class = CopyHoursView
    edit_view_class = EditHoursView
    delete_view_class = DeleteHoursView
    list_display = ("__str__",)
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
            FieldRowPanel([FieldPanel("begins"), FieldPanel("ends")]),
        ],
        base_form_class=WagtailAdminModelForm,
    )


class DutyShiftViewSet(RecordedRows):
    model = DutyShift
    icon = "calendar-alt"
    menu_label = _("Duty rota")
    add_view_class = AddShiftView
    copy_view_class = CopyShiftView
    edit_view_class = EditShiftView
    delete_view_class = DeleteShiftView
    list_display = ("__str__", "person")
    list_filter = ("person",)
    edit_handler = ObjectList(
        [
            FieldPanel("person"),
            FieldRowPanel([FieldPanel("begins"), FieldPanel("ends")]),
        ],
        base_form_class=ShiftForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[DutyShift]:
        return DutyShift.objects.select_related("person")
