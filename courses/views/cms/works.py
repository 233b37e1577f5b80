"""Does it work? What people say of a course, as a file, and what they call unclear or wrong."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View
from wagtail import hooks

from courses.access import access_written_course
from courses.analysis.surveys import FEWEST, Spread, SurveyFigures, survey_figures
from courses.enums import Sureness, Used, Usefulness
from courses.models import LessonRemark
from courses.services.remarks import deal_with_remark
from hub.core.attachments import attached
from hub.core.missing import found, require
from hub.core.spreadsheets import csv_text

FILE, REMARK = "cms_course_figures", "cms_lesson_remark"


class FiguresFileView(View):
    """The tables about confidence and use, of a course that the reader may open."""

    def get(self, request: HttpRequest, course_id: int) -> HttpResponse:
        course = access_written_course(request.reader, course_id)
        head = [_("Table"), _("About"), _("Moment"), _("People"), _("Mean"), _("Each answer")]
        text = csv_text(head, rows_of(survey_figures(course)))
        name = f"course-{course.pk}-{timezone.localdate():%Y-%m-%d}.csv"
        return attached(text, "text/csv; charset=utf-8", name)


def rows_of(figures: SurveyFigures) -> Iterator[list[str]]:
    for pair in figures.pairs:
        first, second = pair.names
        table = _("The same people: %(first)s, %(second)s") % {"first": first, "second": second}
        for change in pair.changes:
            yield [table, change.outcome, first, *cells(change.first, Sureness)]
            yield [table, change.outcome, second, *cells(change.second, Sureness)]
    yield [_("Usefulness"), "", "", *cells(figures.useful, Usefulness)]
    yield [_("Used at work"), "", "", *cells(figures.used, Used, has_mean=False)]


def cells(spread: Spread, scale: Any, *, has_mean: bool = True) -> list[str]:
    if not spread.is_shown:
        return [_("fewer than %(n)d") % {"n": FEWEST}, "", ""]
    counts = zip(scale.labels, spread.counts, strict=True)
    mean = f"{spread.mean:.2f}" if has_mean else ""
    return [str(spread.n), mean, "; ".join(f"{label}: {count}" for label, count in counts)]


class RemarkView(View):
    """Deals with a remark, or opens it again: for who may change the lesson, and so read it."""

    def post(self, request: HttpRequest, remark_id: int) -> HttpResponse:
        remarks = LessonRemark.objects.select_related("lesson")
        remark = found(remarks.filter(pk=remark_id).first())
        require(remark.lesson.permissions_for_user(request.user).can_edit())
        is_dealt = request.POST.get("then") != "open"
        deal_with_remark(remark=remark, is_dealt=is_dealt, by_id=request.user.pk)
        return redirect("cms_course_does", remark.lesson.course().pk)


@hooks.register("register_admin_urls")
def works_addresses() -> list[URLPattern]:
    return [
        path("course-reports/<int:course_id>/figures/", FiguresFileView.as_view(), name=FILE),
        path("course-reports/remarks/<int:remark_id>/", RemarkView.as_view(), name=REMARK),
    ]
