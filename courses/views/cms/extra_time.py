"""Who has longer in quizzes with a time limit. Why is never asked."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, DeleteView, EditView
from wagtail.admin.viewsets.model import ModelViewSet

from courses.models import ExtraTime
from courses.services.timing import end_extra_time, give_extra_time
from hub.users.models import User


class ExtraTimeForm(forms.ModelForm):
    """The person is named by the address of their account: nobody is listed to choose from."""

    email = forms.EmailField(
        label=gettext_lazy("Email of the person"),
        help_text=gettext_lazy("The one that they sign in with."),
    )
    field_order = ("email", "percent")

    class Meta:
        model = ExtraTime
        fields = ("percent",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["email"].initial = self.instance.person.email
            self.fields["email"].disabled = True
        self.fields["percent"].help_text = _(
            "25 makes 20 minutes 25, from the next attempt on. Don't write down why anywhere."
        )

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if self.instance.pk:
            return email
        person = User.objects.filter(email__iexact=email, is_active=True).first()
        if person is None:
            raise forms.ValidationError(_("Nobody has an account with this address."))
        if ExtraTime.objects.filter(person=person).exists():
            raise forms.ValidationError(_("They have extra time already: change it in the list."))
        self.instance.person = person
        return email


class GivesTime:
    request: HttpRequest
    form: ExtraTimeForm

    def save_instance(self) -> ExtraTime:
        return give_extra_time(
            person_id=self.form.instance.person_id,
            percent=self.form.cleaned_data["percent"],
            by_id=self.request.user.pk,
        )


class GiveView(GivesTime, CreateView):
    page_title = gettext_lazy("Give somebody extra time")
    success_message = gettext_lazy("They have it from the next attempt on.")


class ChangeView(GivesTime, EditView):
    success_message = gettext_lazy("They have it from the next attempt on.")


class EndView(DeleteView):
    success_message = gettext_lazy("They have no extra time any more.")

    def delete_action(self) -> None:
        end_extra_time(extra=self.object, by_id=self.request.user.pk)


class ExtraTimeViewSet(ModelViewSet):
    model = ExtraTime
    name = "extra_time"
    icon = "time"
    menu_label = gettext_lazy("Extra time")
    add_view_class = GiveView
    edit_view_class = ChangeView
    delete_view_class = EndView
    list_display = (
        "person",
        Column("email", label=gettext_lazy("Email"), accessor="person.email"),
        "percent",
    )
    search_fields = ("person__name", "person__email")
    ordering = ("person__name", "person__email")
    inspect_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return ExtraTimeForm

    def get_queryset(self, request: HttpRequest) -> QuerySet[ExtraTime]:
        return ExtraTime.objects.select_related("person")
