from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.access.services import record_details_check
from hub.core.missing import require
from hub.core.pagination import page_of
from hub.forum.access import access_own_sanction, access_sanction, access_writer
from hub.forum.authorship import own_held, own_posts
from hub.forum.crumbs import FORUM, QUEUE
from hub.forum.forms import AppealForm, SanctionForm
from hub.forum.models import Appeal, Case, Post, Sanction, Thread
from hub.forum.permissions import is_moderator
from hub.forum.services import impose, lift, make_appeal_against_sanction
from hub.forum.views.threads import note_reading
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def sanction_writer(request: HttpRequest, post_id: int) -> HttpResponse:
    """A moderator of the hub warns, restricts or suspends whoever wrote a post."""
    post, writer = access_writer(post_id, request.reader)
    note_reading(request, post.thread)
    form = SanctionForm(request.POST) if request.method == "POST" else SanctionForm()
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        impose(person=writer(), by=request.user, **form.cleaned_data)
        forget_draft(request)
        messages.success(request, _("Done. They have been told."))
        return redirect("forum:sanctions")
    context = {
        "post": post,
        "form": with_draft(request, form),
        "crumbs": [FORUM, QUEUE],
        "writer": writer_mark(request),
    }
    return render(request, "forum/sanction_writer.html", context)


@writer_required
@require_safe
def sanctions(request: HttpRequest) -> HttpResponse:
    """Restrictions and suspensions in force."""
    require(is_moderator(request.reader))
    found = Sanction.objects.in_force().with_people().order_by("ends_on", "pk")
    context = {
        "title": _("Restrictions and suspensions"),
        "page": page_of(request, found),
        "crumbs": [FORUM, QUEUE],
    }
    return render(request, "forum/sanctions.html", context)


@writer_required
@require_POST
def lift_sanction(request: HttpRequest, sanction_id: int) -> HttpResponse:
    lift(sanction=access_sanction(sanction_id, request.reader), by=request.user)
    messages.success(request, _("Lifted. They have been told."))
    return redirect("forum:sanctions")


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def own_sanction(request: HttpRequest, sanction_id: int) -> HttpResponse:
    """What was laid on oneself, why and until when, and the appeal against it."""
    found = access_own_sanction(sanction_id, request.reader)
    form = AppealForm(request.POST) if request.method == "POST" else AppealForm()
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        make_appeal_against_sanction(sanction=found, words=form.cleaned_data["words"])
        forget_draft(request)
        messages.success(request, _("Another moderator will look at it and tell you."))
        return redirect(found)
    context = {
        "sanction": found,
        "appeal": Appeal.objects.filter(sanction=found).first(),
        "form": with_draft(request, form),
        "crumbs": [FORUM],
        "writer": writer_mark(request),
    }
    return render(request, "forum/sanction.html", context)


@writer_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """One's own posts that wait, what was decided about others, and sanctions."""
    reader = request.reader
    held = Post.objects.filter(
        own_held(reader.user_id), thread__in=Thread.objects.readable_by(reader)
    )
    cases = Case.objects.against().filter(post__in=Post.objects.filter(own_posts(reader.user_id)))
    context = {
        "title": _("Your posts and the moderators"),
        "held": held.select_related("thread").order_by("-held_at"),
        "page": page_of(request, cases.decided()),
        "sanctions": Sanction.objects.of(reader.user_id),
        "crumbs": [FORUM],
    }
    return render(request, "forum/mine.html", context)
