from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hub.access.services import record_details_check
from hub.core.missing import require
from hub.core.numbers import row_id
from hub.core.word_diff import Piece, word_diff
from hub.forum.access import access_post, access_post_place
from hub.forum.authorship import may_edit
from hub.forum.crumbs import to_thread
from hub.forum.forms import EditForm, EditQuestionForm, EditStartForm
from hub.forum.hours import reading_hours
from hub.forum.markdown import render_markdown
from hub.forum.models import Post, PostRevision
from hub.forum.sanctions import may_write
from hub.forum.services import EditConflict, edit_post
from hub.forum.views.threads import note_reading, place_of
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@may_write
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, post_id: int) -> HttpResponse:
    post = access_post(post_id, request.reader)
    note_reading(request, post.thread)
    require(may_edit(request.reader, post))
    form_class = form_for(post)
    if request.method != "POST":
        return show(
            request, post, with_draft(request, form_class(post=post, initial=current_text(post)))
        )
    form = form_class(request.POST, request.FILES, post=post)
    record_details_check(outcome=form.details_outcome)
    if not form.is_valid() or "preview" in request.POST:
        return show(request, post, form)
    try:
        saved = edit_post(post=post, editor=request.user, **form.cleaned_data)
    except EditConflict as conflict:
        return show_conflict(request, conflict.post, form)
    forget_draft(request)
    if saved.is_held:
        messages.info(request, _("A moderator looks at your changes before others see the post."))
    else:
        messages.success(request, _("Your changes are saved. The earlier text is in the history."))
    return redirect(place_of(access_post_place(saved.pk, request.reader)))


def form_for(post: Post) -> type[EditForm]:
    if not post.is_question:
        return EditForm
    return EditQuestionForm if post.thread.is_question else EditStartForm


def current_text(post: Post) -> dict[str, object]:
    return {"title": post.thread.title, "body": post.body, "version": post.version}


def show(request: HttpRequest, post: Post, form: EditForm, **more: object) -> HttpResponse:
    context = {
        "form": form,
        "post": post,
        "crumbs": to_thread(post.thread),
        "writer": writer_mark(request),
        "reading_hours": reading_hours(),
        **more,
    }
    if "preview" in request.POST and form.is_valid():
        context["preview"] = render_markdown(form.cleaned_data["body"])
    return render(request, "forum/edit.html", context)


def show_conflict(request: HttpRequest, current: Post, form: EditForm) -> HttpResponse:
    """What was typed stays in the form, based on the current text, which stands beside it."""
    typed = form.cleaned_data | {"version": current.version}
    again = type(form)(post=current, initial=typed)
    response = show(request, current, again, current=current)
    response.status_code = 409
    return response


@dataclass(frozen=True, slots=True)
class Compared:
    """What a version changed in the one before it."""

    version: int
    pieces: list[Piece]


def compared(post: Post, revisions: Sequence[PostRevision], version: int | None) -> Compared | None:
    """The version asked for, or else the newest, beside the one before it."""
    bodies = {revision.version: revision.body for revision in revisions}
    bodies[post.version] = post.body
    wanted = post.version if version not in bodies else version
    if wanted - 1 not in bodies:
        return None
    return Compared(wanted, word_diff(bodies[wanted - 1], bodies[wanted]))


@require_safe
def history(request: HttpRequest, post_id: int) -> HttpResponse:
    post = access_post(post_id, request.reader)
    note_reading(request, post.thread)
    revisions = list(post.revisions.order_by("-version"))
    context = {
        "post": post,
        "revisions": revisions,
        "compared": compared(post, revisions, row_id(request.GET.get("version", ""))),
        "place": place_of(post),
        "crumbs": to_thread(post.thread),
    }
    return render(request, "forum/history.html", context)
