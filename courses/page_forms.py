"""The CMS's form of a lesson."""

from typing import Any

from django.forms import ModelForm
from django.utils.translation import gettext as _

from courses.enums import Completion
from courses.models.question import Question
from hub.access.readers import reader_for
from hub.pages.forms import HubPageForm


class LessonPageForm(HubPageForm):
    """Its questions are ones that the editor may read and that no quiz asks."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is not None and "checks" in self.formsets:
            asked = Question.objects.readable_by(reader_for(self.for_user))
            for form in self.formsets["checks"].forms:
                form.fields["question"].queryset = asked

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        chosen = chosen_questions(self, "checks")
        for form, question in chosen:
            if question.quizzes.exists():
                form.add_error("question", _("A quiz asks this one. Write another for the lesson."))
        rule = cleaned.get("done_when")
        if rule == Completion.CHECKED and not chosen and self.leads_to_readers:
            self.add_error("done_when", _("Add a question at the end first, or choose another."))
        if rule == Completion.TIME and not cleaned.get("least_minutes"):
            self.add_error("least_minutes", _("Enter how many minutes, such as 5."))
        return cleaned


def chosen_questions(form: Any, formset: str) -> list[tuple[ModelForm, Question]]:
    """Each row of a formset that stays, with its question."""
    rows = form.formsets.get(formset)
    if rows is None:
        return []
    rows.is_valid()
    cleaned = [(row, row.cleaned_data) for row in rows.forms if hasattr(row, "cleaned_data")]
    return [
        (row, values["question"])
        for row, values in cleaned
        if values.get("question") and not values.get("DELETE")
    ]
