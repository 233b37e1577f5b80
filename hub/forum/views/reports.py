from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.access.markings import show_marking
from hub.access.services import record_details_check
from hub.core.missing import require
from hub.core.pagination import page_of
from hub.forum.access import access_post, access_report
from hub.forum.crumbs import FORUM, to_thread
from hub.forum.forms import ReportForm
from hub.forum.models import Report
from hub.forum.models.moderators import moderates_somewhere
from hub.forum.services import handle_report, report_post
from hub.forum.views.threads import note_reading, place_of
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@limited("report")
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, post_id: int) -> HttpResponse:
    post = access_post(post_id, request.reader)
    note_reading(request, post.thread)
    form = (
        ReportForm(request.POST) if request.method == "POST" else with_draft(request, ReportForm())
    )
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        report_post(post=post, reporter=request.user, **form.cleaned_data)
        forget_draft(request)
        messages.success(request, _("Thank you. The moderators have been told."))
        return redirect(place_of(post))
    context = {
        "form": form,
        "post": post,
        "crumbs": to_thread(post.thread),
        "writer": writer_mark(request),
    }
    return render(request, "forum/report.html", context)


@writer_required
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The moderators' list: waiting first, people at risk before all else."""
    require(moderates_somewhere(request.reader))
    found = Report.objects.moderated_by(request.reader)
    page = page_of(request, found.with_posts().urgent_first())
    for report in page:
        if report.post.thread.space.is_sensitive:
            show_marking(request, report.post.thread.space.rule)
    context = {
        "title": _("Reported posts"),
        "page": page,
        "waiting": found.unhandled().count(),
        "crumbs": [FORUM],
    }
    return render(request, "forum/reports.html", context)


@writer_required
@require_POST
def handle(request: HttpRequest, report_id: int) -> HttpResponse:
    handle_report(report=access_report(report_id, request.reader), by=request.user)
    messages.success(request, _("The report is marked as handled."))
    return redirect("forum:reports")
