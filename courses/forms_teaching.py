"""What trainers say of people: who came, and who is ready."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.enums import Seat
from courses.models import Booking, Workshop
from courses.services.bookings import may_come
from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.users.models import User

READY, NOT_YET = "ready", "not_yet"


def name_of(person: User) -> str:
    return person.get_full_name() or person.email


class AttendanceForm(forms.Form):
    """`listed` are those whom the page showed: who is added meanwhile isn't unticked by it."""

    came = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Who came"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": gettext_lazy("Somebody isn’t on the list any more. Look again.")
        },
    )
    is_complete = forms.BooleanField(
        label=gettext_lazy("The list is complete: whoever isn’t ticked didn’t come"),
        required=False,
    )
    listed = forms.TypedMultipleChoiceField(
        required=False, coerce=int, widget=forms.MultipleHiddenInput
    )

    def __init__(self, data: Any, bookings: Sequence[Booking]) -> None:
        super().__init__(data)
        choices = [(booking.pk, label_of(booking)) for booking in bookings]
        for name in ("came", "listed"):
            self.fields[name].choices = choices
        self.initial = {
            "came": [booking.pk for booking in bookings if booking.came],
            "is_complete": any(booking.came is False for booking in bookings),
            "listed": [booking.pk for booking in bookings],
        }


def label_of(booking: Booking) -> str:
    name = name_of(booking.person)
    if booking.seat == Seat.WAITING:
        return _("%(name)s (waiting list)") % {"name": name}
    return name


class WalkInForm(forms.Form):
    email = forms.EmailField(
        label=gettext_lazy("Email of the person"),
        help_text=gettext_lazy("The one that they sign in with. They need an account."),
        error_messages={
            "required": gettext_lazy("Enter the address that they sign in with."),
            "invalid": gettext_lazy("Enter an address like name@agency.example."),
        },
    )

    def __init__(self, data: Any, workshop: Workshop) -> None:
        super().__init__(data)
        self.workshop = workshop
        self.person: User | None = None

    def clean_email(self) -> str:
        """One answer for who has no account and who may not take the course."""
        email: str = self.cleaned_data["email"]
        self.person = User.objects.filter(email__iexact=email, is_active=True).first()
        if self.person is None or not may_come(self.person, self.workshop.course):
            raise forms.ValidationError(
                _("Nobody who may take this course has an account with this address.")
            )
        return email


class SignOffForm(ChecksPersonalDetails, forms.Form):
    details_place = "courses.sign_off"

    outcome = forms.ChoiceField(
        label=gettext_lazy("Is this person ready?"),
        choices=[
            (READY, gettext_lazy("Ready: sign off")),
            (NOT_YET, gettext_lazy("Not yet")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "The person reads it, and it is kept with your name. Say what you saw; name nobody "
            "else."
        ),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("outcome") == NOT_YET and not cleaned.get("note"):
            self.add_error("note", _("Say what is missing, so that they can work on it."))
        return cleaned
