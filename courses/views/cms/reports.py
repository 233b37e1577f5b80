"""Where trainers see what their courses lack and how they do, and what leads them there."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import Button
from wagtail.models import Page

from courses.access import access_written_course
from courses.analysis.lessons import lesson_figures, started
from courses.analysis.mending import FEWEST, reasons
from courses.analysis.questions import QuestionFigures, question_figures
from courses.analysis.surveys import FEWEST as SURVEY_FEWEST
from courses.analysis.surveys import survey_figures
from courses.checking.findings import Finding, course_findings
from courses.enums import Used, Usefulness
from courses.models import CoursePage, LessonPage, LessonRemark, Question, Quiz
from hub.access.pages import readable_or_draft
from hub.access.readers import reader_for
from hub.core.pagination import page_of
from hub.users.models import User

COURSES, LACKS, DOES = "cms_course_reports", "cms_course_lacks", "cms_course_does"
ICON = "clipboard-list"


class ReportsView(WagtailAdminTemplateMixin, TemplateView):
    """Every course that the reader may open, to choose one."""

    page_title = gettext_lazy("What courses lack, and how they do")
    header_icon = ICON
    _show_breadcrumbs = True
    template_name = "courses/cms/reports.html"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        here = {"url": "", "label": ReportsView.page_title}
        return [*super().get_breadcrumbs_items(), here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        courses = readable_or_draft(CoursePage.objects.order_by("title"), self.request.reader)
        return super().get_context_data(**kwargs) | {"courses": page_of(self.request, courses)}


class CourseReportView(WagtailAdminTemplateMixin, TemplateView):
    """About one course that the reader may open; another isn't there."""

    header_icon = ICON
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.course = access_written_course(request.reader, kwargs["course_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return f"{self.page_title}: {self.course.get_admin_display_title()}"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        above = {"url": reverse(COURSES), "label": ReportsView.page_title}
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), above, here]


class LacksView(CourseReportView):
    page_title = gettext_lazy("What it lacks")
    template_name = "courses/cms/lacks.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        findings = course_findings(self.course, self.request.reader)
        return super().get_context_data(**kwargs) | {"groups": list(by_thing(findings))}


class DoesView(CourseReportView):
    page_title = gettext_lazy("How it does")
    template_name = "courses/cms/does.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reader = self.request.reader
        lessons = list(readable_or_draft(LessonPage.objects.below([self.course]), reader))
        quizzes = Quiz.objects.filter(course=self.course.pk).final_first()
        return super().get_context_data(**kwargs) | {
            "started": started(self.course),
            "lessons": lesson_figures(self.course, lessons),
            "quizzes": [(quiz, list(question_rows(quiz))) for quiz in quizzes],
            "fewest": FEWEST,
            "survey": survey_figures(self.course),
            "survey_fewest": SURVEY_FEWEST,
            "useful": Usefulness.labels,
            "used": Used.labels,
            "today": timezone.localdate(),
            "remarks": list(remarks_on(lessons, self.request.user)),
        }


def question_rows(quiz: Quiz) -> Iterator[tuple[QuestionFigures, list[str], str]]:
    """How each question does, why to mend it, and where."""
    for one in question_figures(quiz):
        yield one, reasons(one), edit_address(one.question)


def remarks_on(
    lessons: Sequence[LessonPage], user: User
) -> Iterator[tuple[LessonRemark, LessonPage, bool]]:
    """The open ones first, each with its lesson and whether the user may deal with it."""
    by_id = {lesson.pk: lesson for lesson in lessons}
    rows = list(LessonRemark.objects.filter(lesson__in=by_id))
    may = {
        pk: by_id[pk].permissions_for_user(user).can_edit() for pk in {r.lesson_id for r in rows}
    }
    for remark in sorted(rows, key=lambda row: row.dealt_on is not None):
        yield remark, by_id[remark.lesson_id], may[remark.lesson_id]


def by_thing(findings: Sequence[Finding]) -> Iterator[tuple[str, str, list[str]]]:
    """Name and address of each thing with what it lacks."""
    for thing, some in groupby(findings, key=lambda finding: finding.thing):
        yield str(thing), edit_address(thing), [finding.text for finding in some]


def edit_address(thing: Page | Question) -> str:
    if isinstance(thing, Question):
        return reverse("wagtailsnippets_courses_question:edit", args=[thing.pk])
    return reverse("wagtailadmin_pages:edit", args=[thing.pk])


@hooks.register("register_admin_urls")
def report_addresses() -> list[URLPattern]:
    return [
        path("course-reports/", ReportsView.as_view(), name=COURSES),
        path("course-reports/<int:course_id>/", DoesView.as_view(), name=DOES),
        path("course-reports/<int:course_id>/lacks/", LacksView.as_view(), name=LACKS),
    ]


@hooks.register("register_reports_menu_item")
def reports_in_menu() -> MenuItem:
    title = ReportsView.page_title
    return MenuItem(title, reverse(COURSES), "course-reports", icon_name=ICON, order=1070)


@hooks.register("register_page_header_buttons")
def report_buttons(page: Page, user: User, **_where: Any) -> Iterator[Button]:
    if isinstance(page.specific_deferred, CoursePage):
        for label, name in ((LacksView.page_title, LACKS), (DoesView.page_title, DOES)):
            yield Button(label, url=reverse(name, args=[page.pk]), icon_name=ICON, priority=80)


@hooks.register("after_publish_page")
def say_what_is_missing(request: HttpRequest, page: Page) -> None:
    """To who published it: at once, with the way there."""
    if not isinstance(page, CoursePage):
        return
    number = len(course_findings(page, reader_for(request.user)))
    if number:
        text = ngettext(
            "This course lacks %(n)d thing that learners would miss. See “What it lacks”.",
            "This course lacks %(n)d things that learners would miss. See “What it lacks”.",
            number,
        )
        messages.warning(request, text % {"n": number})
