"""What leads fill in: how a report is narrowed, a cohort, whom to add, what to ask for by when."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models import Assignment, Cohort, CoursePage
from courses.services.learners import Learner
from courses.services.report import Show, Wanted
from hub.core.day_fields import DayField
from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.pages.filters import ListingFilters
from hub.taxonomy.models import Area, Organisation

# A due date further away is a slip of the keyboard.
FURTHEST = datetime.timedelta(days=3 * 365)

SHOWN = [
    (Show.RUNS_OUT, _("Certificate runs out within 90 days")),
    (Show.OVERDUE, _("Overdue")),
    (Show.DUE, _("Asked, not done yet")),
    (Show.DONE, _("Done")),
    (Show.STARTED, _("Started")),
    (Show.FAILED, _("Failed")),
    (Show.NOT_STARTED, _("Not started")),
]


class NarrowForm(forms.Form):
    """A value that makes no sense narrows nothing, as in every list."""

    course = forms.ChoiceField(label=_("Course"), required=False)
    cohort = forms.ChoiceField(label=_("Cohort"), required=False)
    show = forms.ChoiceField(
        label=_("Show"), required=False, choices=[("", _("Everything")), *SHOWN]
    )
    name = forms.CharField(label=_("Name"), required=False, max_length=100)

    use_required_attribute = False

    def __init__(self, data: Any, courses: Iterable[CoursePage], cohorts: Iterable[Cohort]) -> None:
        super().__init__(data)
        self.courses = {str(course.pk): course for course in courses}
        self.cohorts = {str(cohort.pk): cohort for cohort in cohorts}
        self.fields["course"].choices = [("", _("All courses")), *titles(self.courses)]
        self.fields["cohort"].choices = [("", _("Everyone")), *titles(self.cohorts)]

    @property
    def wanted(self) -> Wanted:
        self.is_valid()
        chosen = self.cleaned_data
        return Wanted(
            course=self.courses.get(chosen.get("course", "")),
            cohort=self.cohorts.get(chosen.get("cohort", "")),
            show=Show(chosen["show"]) if chosen.get("show") else None,
            name=chosen.get("name", "").strip(),
        )


class ThemeForm(ListingFilters):
    agency = nation = None


def titles(rows: dict[str, Any]) -> list[tuple[str, str]]:
    return [(key, str(row)) for key, row in rows.items()]


class CohortForm(ChecksPersonalDetails, forms.Form):
    details_place = "courses.cohort"

    name = forms.CharField(
        label=_("Name"),
        max_length=Cohort._meta.get_field("name").max_length,
        help_text=_("Its members read it. Such as “New starters, spring”."),
        error_messages={"required": _("Give the cohort a name.")},
    )
    place = forms.ChoiceField(
        label=_("Whose people?"), error_messages={"required": _("Choose a place.")}
    )

    def __init__(
        self, *args: Any, places: Sequence[Area | Organisation] = (), **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.places = {f"{type(place).__name__.lower()}-{place.pk}": place for place in places}
        self.fields["place"].choices = titles(self.places)
        if len(self.places) < 2:
            del self.fields["place"]

    @property
    def chosen_place(self) -> Area | Organisation:
        """Of a valid form; the only one isn't asked about."""
        return self.places[self.cleaned_data.get("place") or next(iter(self.places))]


class PickForm(forms.Form):
    """Shows one page of people, and takes any who may be added."""

    people = forms.MultipleChoiceField(
        label=_("People"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick at least one person."),
            "invalid_choice": _("Somebody can't be added any more. Choose again."),
        },
    )

    def __init__(self, data: Any, every: Iterable[Learner], shown: Iterable[Learner]) -> None:
        super().__init__(data)
        self.fields["people"].choices = map(choice, every)
        self.fields["people"].widget.choices = [choice(one) for one in shown]


def choice(one: Learner) -> tuple[str, str]:
    return str(one.pk), ", ".join((one.name, *one.work))


class AskForm(ChecksPersonalDetails, forms.Form):
    details_place = "courses.ask"

    course = forms.ChoiceField(
        label=_("Course"), error_messages={"required": _("Choose a course.")}
    )
    due_on = DayField(
        label=_("To be done by"),
        help_text=_("Such as 4/11/2027. We remind them two weeks and two days before."),
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=Assignment._meta.get_field("note").max_length,
        help_text=_("Why, in a sentence. They read it beside the course."),
    )

    def __init__(self, *args: Any, courses: Sequence[CoursePage] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.courses = {str(course.pk): course for course in courses}
        self.fields["course"].choices = [("", _("Choose a course")), *titles(self.courses)]

    def clean_course(self) -> CoursePage:
        return self.courses[self.cleaned_data["course"]]

    def clean_due_on(self) -> datetime.date:
        day, today = self.cleaned_data["due_on"], timezone.localdate()
        if day < today:
            raise forms.ValidationError(_("This day is over."))
        if day > today + FURTHEST:
            raise forms.ValidationError(_("Choose a day within three years."))
        return day
