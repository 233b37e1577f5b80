from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.forum.enums import Decision, ReportReason


class ReportForm(ChecksPersonalDetails, forms.Form):
    details_place = "forum.report"

    reason = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=ReportReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong with the post.")},
    )
    note = forms.CharField(
        label=_("Anything the moderators should know"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Leave out names and anything that could identify a child."),
    )


class HideForm(ChecksPersonalDetails, forms.Form):
    details_place = "forum.hide"

    reason = forms.CharField(
        label=_("Why are you hiding it?"),
        max_length=200,
        help_text=_("The writer is told this, and it's kept in the record."),
        error_messages={"required": _("Say why, so that the writer knows.")},
    )


class DecideForm(ChecksPersonalDetails, forms.Form):
    """What is decided about a post, and why; to leave or show it needs no reason."""

    details_place = "forum.decide"

    decision = forms.ChoiceField(
        label=_("What do you decide?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what to do with the post.")},
    )
    reason = forms.CharField(
        label=_("Why?"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed where you hide it: the writer is told, and it's kept in the record."),
    )

    def __init__(self, *args: Any, decisions: list[Decision], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["decision"].choices = [(choice.value, choice.label) for choice in decisions]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        silent = cleaned.get("decision") in {Decision.NOTHING, Decision.APPROVE}
        if not (silent or cleaned.get("reason") or self.has_error("reason")):
            self.add_error("reason", _("Say why, so that the writer knows."))
        return cleaned


class AppealForm(ChecksPersonalDetails, forms.Form):
    details_place = "forum.appeal"

    words = forms.CharField(
        label=_("Why should the decision change?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("You can appeal once. Leave out names and what could identify a person."),
        error_messages={"required": _("Say why the decision should change.")},
    )


class AnswerAppealForm(ChecksPersonalDetails, forms.Form):
    details_place = "forum.answer_appeal"

    is_granted = forms.TypedChoiceField(
        label=_("What do you decide?"),
        choices=[
            ("yes", _("Grant it: the first decision was wrong")),
            ("no", _("Keep the first decision")),
        ],
        coerce="yes".__eq__,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether to grant the appeal.")},
    )
    answer = forms.CharField(
        label=_("Why?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Whoever appealed is told this, and it's kept in the record."),
        error_messages={"required": _("Say why, so that whoever appealed knows.")},
    )
