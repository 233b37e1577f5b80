"""Where trainers see what their courses lack, and what leads them there."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import Button
from wagtail.models import Page

from courses.checking.findings import Finding, course_findings
from courses.models import CoursePage, Question
from hub.access.pages import readable_or_draft
from hub.access.readers import reader_for
from hub.core.missing import found
from hub.core.pagination import page_of
from hub.users.models import User

CHECK, CHECKS = "cms_course_check", "cms_course_checks"
ICON = "clipboard-list"


class CourseChecksView(WagtailAdminTemplateMixin, TemplateView):
    """Every course that the reader may open, to choose one."""

    page_title = gettext_lazy("What courses lack")
    header_icon = ICON
    template_name = "courses/cms/checks.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        courses = readable_or_draft(CoursePage.objects.order_by("title"), self.request.reader)
        return super().get_context_data(**kwargs) | {"page": page_of(self.request, courses)}


class CourseCheckView(WagtailAdminTemplateMixin, TemplateView):
    header_icon = ICON
    template_name = "courses/cms/check.html"

    def get_page_title(self) -> str:
        return _("What it lacks: %(course)s") % {"course": self.course.get_admin_display_title()}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        courses = readable_or_draft(
            CoursePage.objects.filter(id=kwargs["course_id"]), request.reader
        )
        self.course = found(courses.first())
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        findings = course_findings(self.course, self.request.reader)
        return super().get_context_data(**kwargs) | {"groups": list(by_thing(findings))}


def by_thing(findings: Sequence[Finding]) -> Iterator[tuple[str, str, list[str]]]:
    """Name and address of each thing with what it lacks."""
    for thing, some in groupby(findings, key=lambda finding: finding.thing):
        yield str(thing), edit_address(thing), [finding.text for finding in some]


def edit_address(thing: Page | Question) -> str:
    if isinstance(thing, Question):
        return reverse("wagtailsnippets_courses_question:edit", args=[thing.pk])
    return reverse("wagtailadmin_pages:edit", args=[thing.pk])


@hooks.register("register_admin_urls")
def check_addresses() -> list[URLPattern]:
    return [
        path("course-checks/", CourseChecksView.as_view(), name=CHECKS),
        path("course-checks/<int:course_id>/", CourseCheckView.as_view(), name=CHECK),
    ]


@hooks.register("register_reports_menu_item")
def checks_in_menu() -> MenuItem:
    title = CourseChecksView.page_title
    return MenuItem(title, reverse(CHECKS), "course-checks", icon_name=ICON, order=1070)


@hooks.register("register_page_header_buttons")
def check_button(page: Page, user: User, **_where: Any) -> Iterator[Button]:
    if isinstance(page.specific_deferred, CoursePage):
        url = reverse(CHECK, args=[page.pk])
        yield Button(_("What it lacks"), url=url, icon_name=ICON, priority=80)


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
