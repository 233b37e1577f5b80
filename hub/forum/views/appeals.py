from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hub.access.markings import show_marking
from hub.access.services import record_details_check
from hub.forum.access import access_appeal, access_own_decision
from hub.forum.crumbs import FORUM, QUEUE
from hub.forum.forms import AnswerAppealForm, AppealForm
from hub.forum.models import Appeal, Case
from hub.forum.services import decide_appeal, make_appeal
from hub.forum.services.appeals import is_about
from hub.forum.views.threads import note_reading
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def decision(request: HttpRequest, case_id: int) -> HttpResponse:
    """What was decided about one's own post, why, and the appeal against it."""
    case = access_own_decision(case_id, request.reader)
    appeal = Appeal.objects.filter(case=case).first()
    form = AppealForm(request.POST) if request.method == "POST" else AppealForm()
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        make_appeal(case=case, words=form.cleaned_data["words"])
        forget_draft(request)
        messages.success(request, _("Another moderator will look at it and tell you."))
        return redirect("forum:decision", case.pk)
    context = {
        "case": case,
        "post": readable_post(request, case),
        "appeal": appeal,
        "form": with_draft(request, form),
        "crumbs": [FORUM],
        "writer": writer_mark(request),
    }
    return render(request, "forum/decision.html", context)


def readable_post(request: HttpRequest, case: Case) -> object:
    """The writer's own words, where they may still read the space."""
    space = case.post.thread.space
    if not request.reader.may_read(space.rule):
        return None
    show_marking(request, space.rule)
    return case.post


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def appeal(request: HttpRequest, appeal_id: int) -> HttpResponse:
    """An appeal, which any moderator may read and another than the first decides."""
    found = access_appeal(appeal_id, request.reader)
    if found.case:
        note_reading(request, found.case.post.thread)
    takes_part = found.first_decided_by_id == request.user.pk or is_about(found, request.user)
    form = AnswerAppealForm(request.POST) if request.method == "POST" else AnswerAppealForm()
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        try:
            decide_appeal(appeal=found, by=request.user, **form.cleaned_data)
        except ValueError as error:
            raise Http404 from error
        forget_draft(request)
        messages.success(request, _("Decided. Whoever appealed has been told."))
        return redirect("forum:reports")
    context = {
        "appeal": found,
        "may_decide": found.is_open and not takes_part,
        "form": with_draft(request, form),
        "crumbs": [FORUM, QUEUE],
        "writer": writer_mark(request),
    }
    return render(request, "forum/appeal.html", context)
