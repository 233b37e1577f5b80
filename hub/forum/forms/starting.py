"""Beginnings of threads that aren't questions."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.core.day_fields import ClockField, DayField
from hub.forum.forms.writing import AskForm
from hub.forum.models import Poll, PollOption
from hub.forum.models.moderators import may_announce

FEWEST_OPTIONS, MOST_OPTIONS, LONGEST_OPTION = 2, 10, 150
LONGEST_POLL = timedelta(days=366)
SUCH_DAY, SUCH_TIME = _("Such as 27/3/2027."), _("Such as 9:30.")


class BeginningForm(AskForm):
    """`title_label` and `body_label` say what the two texts are here."""

    title_label = _("Title")
    body_label = _("Text")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in (("title", self.title_label), ("body", self.body_label)):
            self.fields[name].label = label
            self.fields[name].error_messages["required"] = _now("Fill this in.")
        self.fields["space"].label = _("Where")


class DiscussForm(BeginningForm):
    details_place = "forum.discuss"
    title_label = _("What do you want to talk about?")
    body_label = _("What do you think, and what would you like to hear?")


class AnnounceForm(BeginningForm):
    """In spaces that the writer moderates or leads, and under their name."""

    details_place = "forum.announce"
    anonymous = None

    def __init__(self, *args: Any, reader: Reader, **options: Any) -> None:
        super().__init__(*args, reader=reader, **options)
        spaces = self.fields["space"].queryset
        self.fields["space"].queryset = spaces.filter(may_announce(reader))


class PollForm(BeginningForm):
    details_place = "forum.poll"
    title_label = _("Your question in one sentence")
    body_label = _("Why do you ask?")
    options = forms.CharField(
        label=_("Answers to choose from"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One on each line, two to ten. They can't be changed once the poll is up."),
        error_messages={"required": _("Write the answers, one on each line.")},
    )
    several = forms.BooleanField(label=_("People may choose several"), required=False)
    closes_on = DayField(label=_("Last day to vote"), help_text=SUCH_DAY)
    field_order = ("title", "body", "options", "several", "closes_on")

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

    def clean(self) -> dict[str, Any]:
        """Makes a list of the answers."""
        cleaned = super().clean()
        return cleaned | {"options": cleaned.get("options", "").splitlines()}

    def clean_closes_on(self) -> object:
        day, today = self.cleaned_data["closes_on"], timezone.localdate()
        if not today <= day <= today + LONGEST_POLL:
            raise ValidationError(_now("Choose a day from today on, within a year."))
        return day


class EventForm(BeginningForm):
    """Adds `starts_at` and `ends_at` in place of the day and the times."""

    details_place = "forum.event"
    title_label = _("What happens?")
    body_label = _("What is it about, and for whom?")
    day = DayField(label=_("Day"), help_text=SUCH_DAY)
    starts = ClockField(label=_("Starts at"), help_text=SUCH_TIME)
    ends = ClockField(label=_("Ends at"), help_text=SUCH_TIME)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    link = forms.URLField(label=_("Address to join online"), required=False, assume_scheme="https")
    field_order = ("title", "body", "day", "starts", "ends", "place", "link")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        day, starts, ends = (cleaned.pop(name, None) for name in ("day", "starts", "ends"))
        if day and starts and ends:
            if ends <= starts:
                self.add_error("ends", _("It ends after it starts."))
            if day < timezone.localdate():
                self.add_error("day", _("Choose a day that is still to come."))
            cleaned["starts_at"] = timezone.make_aware(datetime.combine(day, starts))
            cleaned["ends_at"] = timezone.make_aware(datetime.combine(day, ends))
        if not (cleaned.get("place") or cleaned.get("link") or self.is_preview):
            self.add_error("place", _("Say where it is, or give the address to join."))
        return cleaned


class ChoiceInPollForm(forms.Form):
    def __init__(self, poll: Poll, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        options_of = poll.options.all()
        self.fields["option"] = (
            forms.ModelMultipleChoiceField(
                options_of,
                label=_("Choose one or several"),
                widget=forms.CheckboxSelectMultiple,
            )
            if poll.several
            else forms.ModelChoiceField(
                options_of, label=_("Choose one"), widget=forms.RadioSelect, empty_label=None
            )
        )

    def chosen(self) -> list[PollOption]:
        found = self.cleaned_data["option"]
        return [found] if isinstance(found, PollOption) else list(found)
