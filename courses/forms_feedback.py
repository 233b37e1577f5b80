"""What people say of courses and lessons."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.enums import Moment, Sureness, Used, Usefulness
from courses.services.surveys import Survey
from hub.core.personal_details.forms import ChecksPersonalDetails

OUTCOME = "outcome-"


class SurveyForm(ChecksPersonalDetails, forms.Form):
    """Every question may stay empty."""

    details_place = "courses.survey"

    moment = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, survey: Survey, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer = survey.answer
        self.initial["moment"] = survey.name
        for pk, words in survey.outcomes:
            name = f"{OUTCOME}{pk}"
            self.fields[name] = scale(Sureness, words)
            self.initial[name] = answer.ratings.get(pk)
        if survey.moment is Moment.AFTER:
            label = _("How useful was this course for your work?")
            self.fields["useful"] = scale(Usefulness, label)
            self.fields["words"] = own_words(_("What would make it more useful?"))
        if survey.moment is Moment.LATER:
            self.fields["used"] = forms.ChoiceField(
                label=_("Have you used it at work?"),
                choices=Used.choices,
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields["words"] = own_words(_("An example of what you did differently"))
        for name in ("useful", "used", "words"):
            self.initial[name] = getattr(answer, name)

    @property
    def said(self) -> dict[str, Any]:
        """Only after `is_valid()`: what `answer_survey` keeps."""
        cleaned = self.cleaned_data
        ratings = {
            name.removeprefix(OUTCOME): value
            for name, value in cleaned.items()
            if name.startswith(OUTCOME) and value
        }
        rest = {
            name: cleaned[name] or default
            for name, default in (("useful", None), ("used", ""), ("words", ""))
            if name in cleaned
        }
        return {"seen": cleaned["moment"], "ratings": ratings, **rest}


def scale(choices: type[Sureness] | type[Usefulness], label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=choices.choices,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )


def own_words(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Those who make the course read it without your name. Name nobody you help."),
    )


class RemarkForm(ChecksPersonalDetails, forms.Form):
    details_place = "courses.remark"

    text = forms.CharField(
        label=_("What is unclear or wrong?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Say where in the lesson, if you can. Name nobody you work with."),
        error_messages={"required": _("Write what is unclear or wrong.")},
    )
