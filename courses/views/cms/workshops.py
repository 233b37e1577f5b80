"""Where trainers set up workshops, move and cancel them."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, EditView, IndexView

from courses.models import CoursePage, Workshop
from courses.services.workshops import cancel_workshop, save_workshop
from hub.access.cms_addresses import CMS, Named
from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.pages import readable_or_draft
from hub.access.readers import reader_for
from hub.core.personal_details.validators import validate_without_details
from hub.users.cms.kept import KeptRows
from hub.users.models import User

TRAINERS = (Role.TRAINER, Role.ADMINISTRATOR)


def trainers() -> QuerySet[User]:
    held = Membership.objects.current().filter(role__in=TRAINERS)
    people: QuerySet[User] = User.objects.filter(pk__in=held.values("person"), is_active=True)
    return people.order_by("name", "email")


class WorkshopForm(WagtailAdminModelForm):
    """For courses that the trainer may open: an id that was typed by hand names nothing else."""

    cancelled_because = forms.CharField(
        label=gettext_lazy("Cancel it: say why"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=[validate_without_details],
        help_text=gettext_lazy(
            "Leave empty unless it doesn’t take place. Whoever booked is told and reads this. It "
            "can’t be undone."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["trainer"].queryset = trainers()
        self.fields["trainer"].required = True
        if self.for_user is not None:
            self.fields["course"].queryset = readable_or_draft(
                CoursePage.objects.order_by("title"), reader_for(self.for_user)
            )
            if self.instance._state.adding and self.for_user in trainers():
                self.initial.setdefault("trainer", self.for_user.pk)
        if self.instance._state.adding:
            del self.fields["cancelled_because"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if self.instance.is_cancelled:
            self.add_error(None, _("This workshop is cancelled and stays as it is."))
        if not self.instance._state.adding and "course" in self.changed_data:
            self.add_error("course", _("Who booked did so for this course. Set up another one."))
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("It ends before it starts."))
        closes = cleaned.get("closes_at")
        if starts and closes and closes > starts:
            self.add_error("closes_at", _("Booking can’t close after the workshop starts."))
        if not cleaned.get("place") and not cleaned.get("link") and "link" not in self.errors:
            self.add_error("place", _("Say where it is, or give a link to join."))
        self.refuse_fewer_seats(cleaned.get("capacity"))
        return cleaned

    def refuse_fewer_seats(self, capacity: int | None) -> None:
        given = 0 if self.instance._state.adding else self.instance.bookings.booked().count()
        if capacity is not None and capacity < given:
            text = _("%(n)d seats are given already, so there can’t be fewer.")
            self.add_error("capacity", text % {"n": given})


class Writes:
    request: HttpRequest
    form: WorkshopForm

    def save_instance(self) -> Workshop:
        workshop: Workshop = self.form.save(commit=False)
        reason = self.form.cleaned_data.get("cancelled_because")
        if reason:
            return cancel_workshop(workshop=workshop, reason=reason, by_id=self.request.user.pk)
        return save_workshop(workshop=workshop)


class WrittenRows:
    request: HttpRequest

    def get_queryset(self) -> QuerySet[Workshop]:
        return Workshop.objects.written_by(self.request.reader)


class ListView(IndexView):
    def get_base_queryset(self) -> QuerySet[Workshop]:
        found = Workshop.objects.written_by(self.request.reader)
        return found.select_related("course", "trainer")


class SetUpView(Writes, CreateView):
    page_title = gettext_lazy("Set up a workshop")


class ChangeView(Writes, WrittenRows, EditView):
    success_message = gettext_lazy("Saved: %(object)s. Whoever booked is told if it moved.")


def when(workshop: Workshop) -> str:
    day = timezone.localtime(workshop.starts_at)
    said = date_format(day, "j M Y, H:i")
    return _("Cancelled: %(when)s") % {"when": said} if workshop.is_cancelled else said


def course_and_trainer(workshop: Workshop) -> str:
    trainer = workshop.trainer.get_full_name() if workshop.trainer else ""
    return ", ".join(filter(None, (str(workshop.course), trainer)))


class WorkshopViewSet(KeptRows):
    model = Workshop
    icon = "date"
    menu_label = gettext_lazy("Workshops")
    copy_view_enabled = False
    inspect_view_enabled = False
    index_view_class = ListView
    add_view_class = SetUpView
    edit_view_class = ChangeView
    # Few columns, so that titles have room on a phone.
    list_display = (
        "title",
        Column("when", label=gettext_lazy("When"), accessor=when),
        Column("about", label=gettext_lazy("Course and trainer"), accessor=course_and_trainer),
    )
    list_filter = ("course",)
    search_fields = ("title", "place")
    ordering = ("-starts_at",)
    edit_handler = ObjectList(
        [
            FieldPanel("course"),
            FieldPanel("title"),
            FieldPanel("about"),
            FieldPanel("trainer"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                    FieldPanel("place"),
                    FieldPanel("link"),
                ],
                heading=gettext_lazy("When and where"),
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("capacity"), FieldPanel("closes_at")])],
                heading=gettext_lazy("Seats"),
            ),
            FieldPanel("cancelled_because"),
        ],
        base_form_class=WorkshopForm,
    )

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        left_out = dict.fromkeys(("history_url_name", "usage_url_name"))
        return super().get_common_view_kwargs(**left_out, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        kept = {"index", "index_results", "add", "edit"}
        return [item for item in super().get_urlpatterns() if item.name in kept]


NAMED = Named(
    lambda: Workshop,
    lambda rows, reader: rows.written_by(reader),
    (f"{CMS}workshops/",),
    {"pk"},
)
