from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.access.services import record_details_check
from hub.core.missing import require
from hub.core.pagination import page_of
from hub.forum.access import access_post, access_unmasking
from hub.forum.crumbs import FORUM, UNMASKINGS, to_thread
from hub.forum.forms import ReviewForm, UnmaskForm
from hub.forum.models import Unmasking
from hub.forum.permissions import is_moderator, protects_life
from hub.forum.services import (
    NotDecided,
    agree_to_unmask,
    ask_to_unmask,
    refuse_to_unmask,
    review_unmasking,
    see_author,
    unmask_alone,
)
from hub.forum.views.threads import note_reading
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def unmask(request: HttpRequest, post_id: int) -> HttpResponse:
    """A moderator asks for a second one; the safeguarding lead may decide alone."""
    require(is_moderator(request.reader))
    post = access_post(post_id, request.reader)
    require(post.is_anonymous)
    note_reading(request, post.thread)
    wish = post.unmaskings.waiting_for_second().first()
    if wish:
        return redirect(wish)
    alone = protects_life(request.reader)
    form = (
        UnmaskForm(request.POST, alone=alone)
        if request.method == "POST"
        else with_draft(request, UnmaskForm(alone=alone))
    )
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        decide = unmask_alone if form.decides_alone else ask_to_unmask
        decision = decide(post=post, by=request.user, reason=form.cleaned_data["reason"])
        forget_draft(request)
        return redirect(decision)
    context = {
        "form": with_draft(request, form),
        "post": post,
        "alone": alone,
        "crumbs": to_thread(post.thread),
        "writer": writer_mark(request),
    }
    return render(request, "forum/unmask.html", context)


@writer_required
@require_safe
def unmaskings(request: HttpRequest) -> HttpResponse:
    """What waits for a second moderator or a review, then all that was decided."""
    require(is_moderator(request.reader))
    found = Unmasking.objects.readable_by(request.reader)
    page = page_of(request, found.with_people().waiting_first())
    context = {
        "title": _("Anonymous writers"),
        "page": page,
        "waiting": found.waiting_for_second().count() + found.waiting_for_review().count(),
        "crumbs": [FORUM],
    }
    return render(request, "forum/unmaskings.html", context)


@writer_required
@require_safe
def unmasking(request: HttpRequest, unmasking_id: int) -> HttpResponse:
    """One decision: its reason and who took it."""
    return show(request, access_unmasking(unmasking_id, request.reader))


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, unmasking_id: int) -> HttpResponse:
    """Somebody else says whether it was right to decide alone."""
    decision = access_unmasking(unmasking_id, request.reader)
    require(may_review(request, decision))
    posted = request.method == "POST"
    form = ReviewForm(request.POST) if posted else with_draft(request, ReviewForm())
    record_details_check(outcome=form.details_outcome)
    if not (posted and form.is_valid()):
        return show(request, decision, form=form)
    review_unmasking(decision=decision, by=request.user, **form.cleaned_data)
    forget_draft(request)
    messages.success(request, _("Your review is in the record."))
    return redirect(decision)


@writer_required
@require_POST
def agree(request: HttpRequest, unmasking_id: int) -> HttpResponse:
    decision = access_unmasking(unmasking_id, request.reader)
    try:
        agree_to_unmask(wish=decision, by=request.user)
    except ValueError as error:
        raise Http404 from error
    messages.success(request, _("Agreed. You and whoever asked may see the name. It's recorded."))
    return redirect(decision)


@writer_required
@require_POST
def refuse(request: HttpRequest, unmasking_id: int) -> HttpResponse:
    decision = access_unmasking(unmasking_id, request.reader)
    try:
        refuse_to_unmask(wish=decision, by=request.user)
    except ValueError as error:
        raise Http404 from error
    messages.success(request, _("Closed. Nobody sees the name."))
    return redirect("forum:unmaskings")


@writer_required
@require_POST
def author(request: HttpRequest, unmasking_id: int) -> HttpResponse:
    """Shows the name once; looking again is recorded again."""
    decision = access_unmasking(unmasking_id, request.reader)
    try:
        person = see_author(decision=decision, by=request.user)
    except NotDecided as error:
        raise Http404 from error
    return show(request, decision, person=person)


def may_review(request: HttpRequest, decision: Unmasking) -> bool:
    return decision.waits_for_review and decision.asked_by_id != request.user.pk


def show(request: HttpRequest, decision: Unmasking, **more: object) -> HttpResponse:
    note_reading(request, decision.post.thread)
    decided_by = {decision.asked_by_id, decision.seconded_by_id}
    context = {
        "decision": decision,
        "post": decision.post,
        "may_agree": decision.waits_for_second and decision.asked_by_id != request.user.pk,
        "may_review": may_review(request, decision),
        "may_see": decision.is_decided and request.user.pk in decided_by,
        "crumbs": [FORUM, UNMASKINGS],
        "writer": writer_mark(request),
        **more,
    }
    return render(request, "forum/unmasking.html", context)
