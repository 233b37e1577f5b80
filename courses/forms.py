from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from courses.models import Certificate
from courses.questions.base import Answer
from courses.questions.registry import question_type
from courses.services.marking import Answered
from hub.core.personal_details.forms import ChecksPersonalDetails


class AnswerForm(ChecksPersonalDetails, forms.Form):
    """One question. Its controls come from the question's type and never hold what is right.

    A control without a label of its own asks the question itself. What people write in a large
    field is looked at for personal details; a word or a number is only compared.
    """

    details_place = "courses.answer"

    def __init__(self, item: Answered, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = item.question_version
        self.type = question_type(self.version.kind)
        self.before = item.answer
        self.fields.update(self.type.fields(self.version.data, item.mixing_seed, self.before))
        for field in self.fields.values():
            field.label = field.label or self.version.stem
        self.details_exempt = tuple(
            name
            for name, field in self.fields.items()
            if not isinstance(field.widget, forms.Textarea)
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, problem in self.type.problems(self.version.data, cleaned).items():
            self.add_error(name, problem)
        return cleaned

    @property
    def answer(self) -> Answer:
        """Only after `is_valid()`."""
        return self.type.answer_from_form(self.version.data, self.cleaned_data, self.before)

    @property
    def layout(self) -> Iterator[tuple[str, BoundField | None]]:
        """The text of a question with its controls inside."""
        for text, name in self.type.layout(self.version.data):
            yield text, self[name] if name else None


class CheckForm(forms.Form):
    """What stands on a certificate, as somebody types it who was shown one."""

    number = forms.CharField(
        label=_("Number of the certificate"),
        max_length=80,
        help_text=_("32 letters and digits. Spaces and capitals make no difference."),
        error_messages={"required": _("Enter the number on the certificate.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=_("Name of the person"),
        max_length=Certificate._meta.get_field("person_name").max_length,
        help_text=_("As it stands on the certificate. We say whether it fits and never show one."),
        error_messages={"required": _("Enter the name on the certificate.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
