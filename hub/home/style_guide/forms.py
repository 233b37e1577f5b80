"""What people fill in: examples by component, then by the state that they show."""

from typing import Any

from django import forms

from hub.core.personal_details import find_details
from hub.core.personal_details.checking import FieldCheck
from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.home.style_guide.words import LONG, WORD

AGENCIES = [("police", "Police"), ("school", "School or college"), ("long", LONG), ("word", WORD)]


class SampleForm(forms.Form):
    """A field of each sort. What it shows is fixed; nobody sends it."""

    name = forms.CharField(label="Your name", help_text="As colleagues know you.")
    phone = forms.CharField(label="Phone number", required=False)
    notes = forms.CharField(label="What happened", widget=forms.Textarea)
    nation = forms.ChoiceField(label="Nation", choices=[("e", "England"), ("w", "Wales")])
    agency = forms.ChoiceField(label="Agency", choices=AGENCIES, widget=forms.RadioSelect)
    topics = forms.MultipleChoiceField(
        label="Topics",
        help_text="Choose all that apply.",
        choices=AGENCIES,
        widget=forms.CheckboxSelectMultiple,
    )
    born = forms.DateField(label="Date")
    file = forms.FileField(label="Document")
    agree = forms.BooleanField(label="I have read the house rules")
    code = forms.CharField(widget=forms.HiddenInput, required=False, initial="x")

    def clean(self) -> dict[str, Any]:
        raise forms.ValidationError("Choose a nation and an agency that go together.")


class ShortForm(forms.Form):
    """Two fields, as a list of things is narrowed with."""

    theme = forms.ChoiceField(label="Theme", choices=[("", "All themes"), ("why", "Why")])
    nation = forms.ChoiceField(
        label="Nation", choices=[("", "All nations"), ("w", "Wales")], required=False
    )


class AskingForm(ChecksPersonalDetails, forms.Form):
    """One field in which somebody wrote too much."""

    details_place = "style guide"

    question = forms.CharField(label="Your question", widget=forms.Textarea)


TOO_MUCH = "Kai, 14, has a new phone. Sam (15) drives him in AB12 CDE."
FOUND = FieldCheck(TOO_MUCH, find_details(TOO_MUCH), ())
CONFIRMED = FieldCheck(TOO_MUCH, FOUND.findings, FOUND.marks.split("."))

EMPTY = SampleForm(auto_id="empty_%s")
FULL = SampleForm(
    auto_id="full_%s",
    initial={
        "name": WORD,
        "phone": "020 7946 0000",
        "notes": LONG,
        "nation": "w",
        "agency": "school",
        "topics": ["police", "word"],
        "born": "2026-11-04",
        "agree": True,
    },
)
ASKED = AskingForm({"question": TOO_MUCH}, auto_id="asked_%s")
WRONG = SampleForm({"agency": "nobody"}, auto_id="wrong_%s")
SHORT_FORM = ShortForm(auto_id="short_%s")
ACTIVE = [{"label": "Wales", "url": "#"}]


def each_field(form: forms.Form, state: str) -> dict[str, dict[str, Any]]:
    return {f"{field.label}, {state}": {"field": field} for field in form}


FORMS: dict[str, dict[str, dict[str, Any]]] = {
    "error_summary.html": {
        "From a form": {"form": WRONG},
        "From pairs": {"errors": [("Enter a date like 4 11 2026", "date"), (LONG, "x")]},
        "Nothing wrong": {"form": SHORT_FORM},
    },
    "field.html": {
        **each_field(EMPTY, "empty"),
        **each_field(FULL, "filled in"),
        **each_field(WRONG, "wrong"),
        "Without the word optional": {
            "field": EMPTY["phone"],
            "optional_word": False,
        },
        "Text, which could point at a person": {"field": ASKED["question"]},
    },
    "details_check.html": {
        "Below an error that says it": {
            "details": FOUND,
            "warned": "x",
            "id": "told",
            "told": True,
        },
        "In a preview": {"details": FOUND, "warned": "x", "id": "preview"},
        "Confirmed": {"details": CONFIRMED, "warned": "x", "id": "confirmed"},
    },
    "field_label.html": {
        "Required": {"field": EMPTY["name"]},
        "Optional": {"field": EMPTY["phone"]},
        "Optional, not said": {"field": EMPTY["phone"], "optional_word": False},
        "A single checkbox": {"field": EMPTY["agree"], "kind": "checkbox"},
    },
    "field_hint.html": {
        "Hint": {"field": EMPTY["name"]},
        "Hint and error": {"field": WRONG["name"]},
        "Neither": {"field": EMPTY["phone"]},
    },
    "field_options.html": {
        "Radios": {"field": FULL["agency"], "kind": "radios"},
        "Checkboxes": {"field": FULL["topics"], "kind": "checkboxes"},
    },
    "form.html": {
        "Plain": {"form": SHORT_FORM},
        "With errors, an own button and a way out": {
            "form": WRONG,
            "submit": "Send",
            "action": "#",
            "cancel_url": "#",
            "optional_word": False,
            "writer": "mark",
        },
    },
    "filters.html": {
        "Above one another, nothing chosen": {"form": SHORT_FORM},
        "In a row, one chosen": {
            "form": SHORT_FORM,
            "row": True,
            "active": ACTIVE,
            "clear_url": "#",
            "action": "#",
        },
    },
    "button.html": {
        "Sends a form": {"text": "Save", "name": "then", "value": "save"},
        "A link that looks like one": {"text": "Start", "url": "#"},
        "Secondary, with an icon": {"text": "Filter", "kind": "secondary", "icon": "list-filter"},
        "Warning": {"text": "Hide this post", "kind": "warning"},
        "Quiet": {"text": "Save and come back later", "kind": "quiet"},
        "Long words": {"text": LONG, "url": "#"},
    },
}
