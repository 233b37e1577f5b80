from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hub.access.services import record_details_check
from hub.core.missing import require
from hub.forum.access import access_post
from hub.forum.crumbs import to_thread
from hub.forum.forms import HideForm
from hub.forum.models.moderators import moderates
from hub.forum.services import hide_post, unhide_post
from hub.forum.views.threads import note_reading
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def hide(request: HttpRequest, post_id: int) -> HttpResponse:
    post = access_post(post_id, request.reader)
    require(moderates(request.reader, post.thread.space))
    note_reading(request, post.thread)
    form = HideForm(request.POST) if request.method == "POST" else with_draft(request, HideForm())
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        hide_post(post=post, by=request.user, reason=form.cleaned_data["reason"])
        forget_draft(request)
        messages.success(request, _("The post is hidden and its writer has been told why."))
        return redirect(post.thread)
    context = {
        "form": form,
        "post": post,
        "crumbs": to_thread(post.thread),
        "writer": writer_mark(request),
    }
    return render(request, "forum/hide.html", context)


@writer_required
@require_POST
def unhide(request: HttpRequest, post_id: int) -> HttpResponse:
    post = access_post(post_id, request.reader)
    require(moderates(request.reader, post.thread.space))
    unhide_post(post=post, by=request.user)
    messages.success(request, _("The post is shown again."))
    return redirect(post.thread)
