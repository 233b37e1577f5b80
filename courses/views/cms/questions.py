"""What stands about one question of the bank beside its form."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets import Button
from wagtail.snippets.views.snippets import EditView

from courses.models import Question, QuestionVersion
from courses.questions.base import OptionReview
from courses.questions.registry import question_type
from hub.core.missing import found
from hub.core.numbers import row_id

EDIT = "wagtailsnippets_courses_question:edit"
REGRADE = "wagtailsnippets_courses_question:regrade"
VERSIONS = "wagtailsnippets_courses_question:versions"


class AboutQuestion(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """Of one question that the person may read and change."""

    model = Question
    permission_required = "change"
    _show_breadcrumbs = True

    @cached_property
    def question(self) -> Question:
        readable: QuerySet[Question] = Question.objects.readable_by(self.request.reader)
        return found(
            readable.select_related("current").filter(pk=row_id(self.kwargs["pk"])).first()
        )

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        above = {"url": reverse(EDIT, args=[self.question.pk]), "label": str(self.question)}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.page_title}]


class VersionsView(AboutQuestion, TemplateView):
    """How a question was worded before, the newest first."""

    page_title = gettext_lazy("Versions")
    template_name = "courses/cms/versions.html"
    header_icon = "history"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = self.question.versions.order_by("-number")
        shown = [(one, question_type(one.kind).label, answers_of(one)) for one in versions]
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"versions": shown}


def answers_of(version: QuestionVersion) -> Sequence[OptionReview]:
    """What is right and wrong, as where nobody chose anything."""
    return question_type(version.kind).review(version.data, None)


class QuestionEditView(EditView):
    @cached_property
    def header_more_buttons(self) -> list[Button]:
        links = [
            (_("Versions"), VERSIONS, "history", 29),
            (_("Mark answers again"), REGRADE, "rotate", 30),
        ]
        buttons = [
            Button(text, url=reverse(name, args=[self.object.pk]), icon_name=icon, priority=place)
            for text, name, icon, place in links
        ]
        return [*super().header_more_buttons, *buttons]
