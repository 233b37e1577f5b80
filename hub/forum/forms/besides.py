"""What polls and events ask for beside their text, when they begin and when they are edited."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.core.day_fields import ClockField, DayField
from hub.core.personal_details.forms import ChecksPersonalDetails

FEWEST_OPTIONS, MOST_OPTIONS, LONGEST_OPTION = 2, 10, 150
LONGEST_POLL = timedelta(days=366)
LONGEST_PLACE = 200
SUCH_DAY, SUCH_TIME = _("Such as 27/3/2027."), _("Such as 9:30.")


class AsksForAnswers(ChecksPersonalDetails, forms.Form):
    """Makes a list of `options`, last of all. Stands before the form of the post."""

    details_place = "forum.edit"

    options = forms.CharField(
        label=_("Answers to choose from"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One on each line, two to ten. Once somebody has voted they stay as they are."),
        error_messages={"required": _("Write the answers, one on each line.")},
    )
    closes_on = DayField(label=_("Last day to vote"), help_text=SUCH_DAY)

    def clean_options(self) -> str:
        """Still one text, in which personal details are looked for."""
        lines = [line.strip() for line in self.cleaned_data["options"].splitlines()]
        options = list(dict.fromkeys(filter(None, lines)))
        if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
            raise ValidationError(_now("Write two to ten different answers, one on each line."))
        if max(map(len, options)) > LONGEST_OPTION:
            raise ValidationError(
                _now("Keep each answer below %(n)d characters.") % {"n": LONGEST_OPTION}
            )
        return "\n".join(options)

    # The one that there is already.
    last_day: date | None = None

    def clean_closes_on(self) -> date:
        day: date = self.cleaned_data["closes_on"]
        today = timezone.localdate()
        if day != self.last_day and not today <= day <= today + LONGEST_POLL:
            raise ValidationError(_now("Choose a day from today on, within a year."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        return cleaned | {"options": cleaned.get("options", "").splitlines()}


class AsksWhenAndWhere(ChecksPersonalDetails, forms.Form):
    """Adds `starts_at` and `ends_at` in place of the day and the times, last of all.

    Stands before the form of the post.
    """

    details_place = "forum.edit"

    day = DayField(label=_("Day"), help_text=SUCH_DAY)
    starts = ClockField(label=_("Starts at"), help_text=SUCH_TIME)
    ends = ClockField(label=_("Ends at"), help_text=SUCH_TIME)
    place = forms.CharField(label=_("Place"), max_length=LONGEST_PLACE, required=False)
    link = forms.URLField(label=_("Address to join online"), required=False, assume_scheme="https")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        day, starts, ends = (cleaned.pop(name, None) for name in ("day", "starts", "ends"))
        if day and starts and ends:
            cleaned["starts_at"], cleaned["ends_at"] = self.moments_of(day, starts, ends)
        if not (cleaned.get("place") or cleaned.get("link") or self.is_preview):
            self.add_error("place", _("Say where it is, or give the address to join."))
        return cleaned

    def moments_of(self, day: date, starts: time, ends: time) -> tuple[datetime, datetime]:
        if ends <= starts:
            self.add_error("ends", _("It ends after it starts."))
        if day < timezone.localdate():
            self.add_error("day", _("Choose a day that is still to come."))
        begins, ends_at = (datetime.combine(day, clock) for clock in (starts, ends))
        return timezone.make_aware(begins), timezone.make_aware(ends_at)
