from typing import Any

from django import forms

from courses.models import AttemptItem
from courses.questions.base import Answer
from courses.questions.registry import question_type


class AnswerForm(forms.Form):
    """One question. Its field comes from the question's type; it never holds what is right."""

    def __init__(self, item: AttemptItem, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        version = item.question_version
        self.type = question_type(version.kind)
        seed = f"{item.attempt.seed}:{item.order}" if item.attempt.shuffled else ""
        self.fields["answer"] = self.type.form_field(version.data, seed)
        self.fields["answer"].label = version.stem
        self.fields["answer"].initial = self.type.form_from_answer(item.answer)

    @property
    def answer(self) -> Answer:
        """Only after `is_valid()`."""
        return self.type.answer_from_form(self.cleaned_data["answer"])
