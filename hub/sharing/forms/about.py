"""What the example is about, and what was done."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.interventions.models import InterventionPage
from hub.pages.filters import RowChoice
from hub.pages.models.hub_page import RESERVED_SLUGS
from hub.sharing.access import offered_interventions
from hub.sharing.forms.answering import AnswerForm, line, passage
from hub.taxonomy.models import Theme


class TitleForm(AnswerForm):
    title = line(
        _("What was done, in one line?"),
        _("Say in one line what was done."),
        hint=_("It becomes the title, such as “One worker stays with each child”."),
    )
    summary = passage(
        _("What does it give, for whom?"),
        _("Say in a sentence or two what it gives, and for whom."),
        hint=_("One or two sentences, which stand under the title."),
        rows=3,
        most=600,
    )

    def clean_title(self) -> str:
        """The page takes the last part of its address from it."""
        title = self.cleaned_data["title"]
        if slugify(title, allow_unicode=True) in {"", *RESERVED_SLUGS}:
            raise forms.ValidationError(_now("Say it in a few words more."))
        return title


class PlaceForm(AnswerForm):
    place = line(
        _("Where was it?"),
        _("Enter a place, such as a county."),
        hint=_("A town, borough or force area, never an address."),
    )


class PartnersForm(AnswerForm):
    partners = line(
        _("Who took part?"),
        most=300,
        hint=_("Services and organisations, not people. Such as: youth justice, two schools."),
    )


class YearsForm(AnswerForm):
    years = line(
        _("When did it run?"),
        most=100,
        hint=_("In words, such as 2019 to 2022, or still running."),
    )


class ThemesForm(AnswerForm):
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(),
        label=_("Which themes does it belong to?"),
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Most belong to one or two."),
        error_messages={"required": _("Tick at least one theme.")},
    )

    def values(self) -> dict[str, Any]:
        return {"themes": list(self.cleaned_data["themes"])}


class InterventionForm(AnswerForm):
    intervention = RowChoice(
        InterventionPage.objects.none(),
        to_field_name="slug",
        label=_("Which intervention is it an example of?"),
        required=False,
        empty_label=_("None of these, or I'm not sure"),
        help_text=_("Its page will show your example beside what studies found."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["intervention"].queryset = offered_interventions()


class ProblemForm(AnswerForm):
    problem = passage(
        _("What was the problem?"),
        _("Say what the problem was."),
        hint=_("What you saw, how often, and how you knew. No names, no single case."),
    )


class DoneForm(AnswerForm):
    what_was_done = passage(
        _("What did you do?"),
        _("Say what you did."),
        hint=_("Step by step, so that somebody elsewhere could do the same."),
        rows=10,
    )


class TookForm(AnswerForm):
    what_it_took = passage(
        _("What did it take?"),
        hint=_("People, money, time and agreements, so that a reader can judge if it would fit."),
    )
