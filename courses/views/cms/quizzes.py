"""The list of quizzes, and the form of a new one."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button
from wagtail.snippets.views.snippets import CreateView, IndexView

from courses.enums import QuizKind
from courses.models import Quiz
from courses.services.quizzes import PRACTICE_DEFAULTS

ADD = "wagtailsnippets_courses_quiz:add"


class QuizIndexView(IndexView):
    """Practice has a button of its own, since its form starts with other settings."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = list(super().header_more_buttons)
        if self.user_has_permission("add"):
            url = f"{reverse(ADD)}?kind={QuizKind.FORMATIVE}"
            buttons.append(Button(_("Add practice quiz"), url=url, icon_name="plus", priority=15))
        return buttons


class QuizCreateView(CreateView):
    def get_initial_form_instance(self) -> Quiz | None:
        if self.request.GET.get("kind") == QuizKind.FORMATIVE:
            return Quiz(kind=QuizKind.FORMATIVE, **PRACTICE_DEFAULTS)
        return super().get_initial_form_instance()
