"""The CMS's forms of courses and lessons."""

from typing import Any

from django.apps import apps
from django.forms import ModelForm
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.enums import Completion
from courses.models.question import Question
from hub.access.readers import reader_for
from hub.access.shown_names import is_closed
from hub.pages.forms import HubPageForm

MISSING = gettext_lazy("Something that was chosen here can't be found. Choose something else.")


class CoursePageForm(HubPageForm):
    """What comes first is open to the editor, and doesn't wait for this course itself."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for form, needed in chosen(self, "prerequisites", "needs"):
            if is_closed(needed):
                form.add_error("needs", MISSING)
            elif self.instance.pk in all_needed(needed):
                waits = _("“%(course)s” waits for this one, so nobody could do either.")
                form.add_error("needs", waits % {"course": needed.title})
        return cleaned


def all_needed(course: Any) -> set[int]:
    """The course itself and everything that has to be done before it. One query a step."""
    found, new = set(), {course.pk}
    needed = apps.get_model("courses", "Prerequisite")
    while new:
        found |= new
        new = set(needed.objects.filter(course__in=new).values_list("needs", flat=True)) - found
    return found


class PathwayPageForm(HubPageForm):
    """Its courses are open to the editor."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for form, course in chosen(self, "steps", "course"):
            if is_closed(course):
                form.add_error("course", MISSING)
        return cleaned


class LessonPageForm(HubPageForm):
    """Its questions are ones that the editor may read and that no quiz asks."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is not None and "checks" in self.formsets:
            readable = Question.objects.readable_by(reader_for(self.for_user))
            for form in self.formsets["checks"].forms:
                form.fields["question"].queryset = readable

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        asked = chosen(self, "checks", "question")
        for form, question in asked:
            if question.quizzes.exists():
                form.add_error("question", _("A quiz asks this one. Write another for the lesson."))
        rule = cleaned.get("done_when")
        if rule == Completion.CHECKED and not asked and self.leads_to_readers:
            self.add_error("done_when", _("Add a question at the end first, or choose another."))
        if rule == Completion.TIME and not cleaned.get("least_minutes"):
            self.add_error("least_minutes", _("Enter how many minutes, such as 5."))
        return cleaned


def chosen(form: Any, formset: str, field: str) -> list[tuple[ModelForm, Any]]:
    """Each row of a formset that stays, with what its field names."""
    rows = form.formsets.get(formset)
    if rows is None:
        return []
    rows.is_valid()
    cleaned = [(row, row.cleaned_data) for row in rows.forms if hasattr(row, "cleaned_data")]
    return [
        (row, values[field])
        for row, values in cleaned
        if values.get(field) and not values.get("DELETE")
    ]
