from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.access.markings import show_marking
from hub.access.services import record_details_check
from hub.core.missing import require
from hub.core.pagination import page_of
from hub.forum.access import access_case
from hub.forum.case_history import earlier_decisions, earlier_sanctions, history_of, may_sanction
from hub.forum.crumbs import FORUM, QUEUE
from hub.forum.duty import on_duty
from hub.forum.enums import ReadyReason
from hub.forum.forms import DecideForm
from hub.forum.models import Appeal, Case
from hub.forum.models.moderators import moderates_somewhere
from hub.forum.permissions import is_moderator
from hub.forum.services import CaseTaken, claim_case, decide_case, decisions_for, release_case
from hub.forum.views.threads import note_reading
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required


@writer_required
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for a moderator, people at risk before all else, then what was decided."""
    require(moderates_somewhere(request.reader))
    found = Case.objects.moderated_by(request.reader)
    page = page_of(request, found.with_posts().with_reports().urgent_first())
    for case in page:
        if case.post.thread.space.is_sensitive:
            show_marking(request, case.post.thread.space.rule)
    appeals = Appeal.objects.moderated_by(request.reader).waiting().with_cases()
    context = {
        "title": _("Moderation queue"),
        "appeals": appeals,
        "sanctions_link": is_moderator(request.reader),
        "page": page,
        "on_duty": list(on_duty(timezone.now())),
        "waiting": found.waiting().count(),
        "crumbs": [FORUM],
    }
    return render(request, "forum/queue.html", context)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def case(request: HttpRequest, case_id: int) -> HttpResponse:
    """One post with what is known of it, and the decision."""
    found = access_case(case_id, request.reader)
    decisions = decisions_for(found.post, request.reader)
    if request.method != "POST":
        ready = ReadyReason.__members__.get(request.GET.get("reason", "").upper())
        form = DecideForm(decisions=decisions, initial={"reason": ready.label if ready else ""})
        return show(request, found, with_draft(request, form))
    form = DecideForm(request.POST, decisions=decisions)
    record_details_check(outcome=form.details_outcome)
    if not form.is_valid():
        return show(request, found, form)
    try:
        decide_case(case=found, by=request.user, **form.cleaned_data)
    except CaseTaken:
        return taken(request, found, form)
    forget_draft(request)
    messages.success(request, _("Decided. It's in the record."))
    return redirect("forum:reports")


def taken(request: HttpRequest, found: Case, form: DecideForm) -> HttpResponse:
    """What was typed stays; the page says who looks at it or what they decided."""
    messages.error(request, _("Another moderator has taken this. Nothing was changed."))
    response = show(request, access_case(found.pk, request.reader), form)
    response.status_code = 409
    return response


def show(request: HttpRequest, found: Case, form: DecideForm) -> HttpResponse:
    note_reading(request, found.post.thread)
    context = {
        "case": found,
        "post": found.post,
        "is_mine": found.holder == request.user,
        "history": history_of(found.post),
        "earlier": earlier_decisions(found.post, request.reader),
        "sanctions": earlier_sanctions(found.post, request.reader),
        "may_sanction": may_sanction(found.post, request.reader),
        "reasons": ReadyReason,
        "form": form,
        "crumbs": [FORUM, QUEUE],
        "writer": writer_mark(request),
    }
    return render(request, "forum/case.html", context)


@writer_required
@require_POST
def claim(request: HttpRequest, case_id: int) -> HttpResponse:
    found = access_case(case_id, request.reader)
    try:
        claim_case(case=found, by=request.user)
    except CaseTaken:
        messages.error(request, _("Another moderator was faster."))
    return redirect(found)


@writer_required
@require_POST
def release(request: HttpRequest, case_id: int) -> HttpResponse:
    found = access_case(case_id, request.reader)
    try:
        release_case(case=found, by=request.user)
    except CaseTaken as error:
        raise Http404 from error
    messages.success(request, _("It's free for the other moderators."))
    return redirect("forum:reports")
