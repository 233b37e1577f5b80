"""A pathway with the reader's own progress, and the list of courses with its pathways."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.durations import duration
from courses.models import CourseIndexPage, PathwayPage
from courses.services.pathways import PathwayStatus, pathway_status, pathways_in


def show_pathway(request: HttpRequest, pathway: PathwayPage) -> HttpResponse:
    status = pathway_status(request.reader, pathway)
    context = pathway.get_context(request) | {
        "status": status,
        "steps": [(one, duration(one.course.minutes)) for one in status.courses],
        "meta": pathway_meta(status),
        "facts": [(_("For"), pathway.audience_text), (_("Time"), duration(status.minutes))],
    }
    return render(request, pathway.get_template(request), context)


def show_courses(request: HttpRequest, index: CourseIndexPage) -> HttpResponse:
    context = index.get_context(request)
    if context["page_obj"].number == 1 and not context["filters"].chosen:
        context["pathways"] = [page.card() for page in pathways_in(index, request.reader)]
    return render(request, index.get_template(request), context)


def pathway_meta(status: PathwayStatus) -> list[str]:
    courses = ngettext("%(n)d course", "%(n)d courses", status.total) % {"n": status.total}
    return [courses, duration(status.minutes)]
