from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hub.access.services import record_details_check
from hub.forum.access import access_post
from hub.forum.crumbs import to_thread
from hub.forum.enums import ReportReason
from hub.forum.forms import ReportForm
from hub.forum.hours import reading_hours
from hub.forum.services import report_post
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
        messages.success(request, thanks_for(form.cleaned_data["reason"]))
        return redirect(place_of(post))
    context = {
        "form": form,
        "post": post,
        "crumbs": to_thread(post.thread),
        "writer": writer_mark(request),
        "reading_hours": reading_hours(),
    }
    return render(request, "forum/report.html", context)


def thanks_for(reason: str) -> str:
    if reason == ReportReason.RISK:
        return _("Thank you. Moderators have been alerted. If there is danger now, call 999.")
    return _("Thank you. The moderators have been told.")
