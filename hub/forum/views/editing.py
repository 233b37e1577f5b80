from collections.abc import Callable, Sequence
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
from hub.forum.besides import besides_of
from hub.forum.crumbs import to_thread
from hub.forum.enums import ThreadKind
from hub.forum.forms import EditForm, EditQuestionForm, EditStartForm
from hub.forum.forms.changing import EditEventForm, EditPollForm, first_besides
from hub.forum.hours import reading_hours
from hub.forum.markdown import render_markdown
from hub.forum.models import Post, PostRevision
from hub.forum.sanctions import may_write
from hub.forum.services import (
    AnswersFixed,
    EditConflict,
    PollOver,
    edit_event,
    edit_poll,
    edit_post,
)
from hub.forum.views.threads import note_reading, place_of
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited

EDITED: dict[str, tuple[type[EditForm], Callable[..., Post]]] = {
    "": (EditForm, edit_post),
    ThreadKind.QUESTION: (EditQuestionForm, edit_post),
    ThreadKind.DISCUSSION: (EditStartForm, edit_post),
    ThreadKind.ANNOUNCEMENT: (EditStartForm, edit_post),
    ThreadKind.POLL: (EditPollForm, edit_poll),
    ThreadKind.EVENT: (EditEventForm, edit_event),
}


WITH_MORE = {ThreadKind.POLL, ThreadKind.EVENT}


@writer_required
@may_write
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, post_id: int) -> HttpResponse:
    post = access_post(post_id, request.reader)
    note_reading(request, post.thread)
    require(may_edit(request.reader, post))
    form_class = EDITED[kind_of(post)][0]
    if request.method != "POST":
        return show(
            request, post, with_draft(request, form_class(post=post, initial=current_text(post)))
        )
    form = form_class(request.POST, request.FILES, post=post)
    record_details_check(outcome=form.details_outcome)
    if not form.is_valid() or "preview" in request.POST:
        return show(request, post, form)
    try:
        saved = EDITED[kind_of(post)][1](post=post, editor=request.user, **form.cleaned_data)
    except EditConflict as conflict:
        return show_conflict(request, conflict.post, form)
    except AnswersFixed as fixed:
        stays = _("Somebody has voted, so the answers stay as they were: %(answers)s.")
        form.add_error("options", stays % {"answers": "; ".join(fixed.answers)})
        return show(request, post, form)
    except PollOver:
        form.add_error("closes_on", _("The poll is closed and stays so: others saw its results."))
        return show(request, post, form)
    forget_draft(request)
    if saved.is_held:
        messages.info(request, _("A moderator looks at your changes before others see the post."))
    else:
        messages.success(request, _("Your changes are saved. The earlier text is in the history."))
    return redirect(place_of(access_post_place(saved.pk, request.reader)))


def kind_of(post: Post) -> str:
    """What is edited: the beginning of a thread of that kind, or else a reply."""
    return post.thread.kind if post.is_question else ""


def current_text(post: Post) -> dict[str, object]:
    text = {"title": post.thread.title, "body": post.body, "version": post.version}
    return text | (first_besides(post) if kind_of(post) in WITH_MORE else {})


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
    typed = {name: form[name].value() for name in form.fields} | {"version": current.version}
    again = type(form)(post=current, initial=typed)
    response = show(request, current, again, current=current, besides=besides_of(current.thread))
    response.status_code = 409
    return response


@dataclass(frozen=True, slots=True)
class Compared:
    """What a version changed in the one before it."""

    version: int
    pieces: list[Piece]


def compared(
    post: Post, besides: str, revisions: Sequence[PostRevision], version: int | None
) -> Compared | None:
    """The version asked for, or else the newest, beside the one before it."""
    texts = {revision.version: whole(revision.body, revision.besides) for revision in revisions}
    texts[post.version] = whole(post.body, besides)
    wanted = post.version if version not in texts else version
    if wanted - 1 not in texts:
        return None
    return Compared(wanted, word_diff(texts[wanted - 1], texts[wanted]))


def whole(body: str, besides: str) -> str:
    return f"{body}\n\n{besides}".strip()


def fill_besides(revisions: Sequence[PostRevision], besides: str) -> None:
    """From the newest: what a version doesn't say of its poll or event is as the next one says."""
    for revision in revisions:
        revision.besides = besides = revision.besides or besides


@require_safe
def history(request: HttpRequest, post_id: int) -> HttpResponse:
    post = access_post(post_id, request.reader)
    note_reading(request, post.thread)
    revisions = list(post.revisions.order_by("-version"))
    besides = besides_of(post.thread) if post.is_question else ""
    fill_besides(revisions, besides)
    context = {
        "post": post,
        "revisions": revisions,
        "besides": besides,
        "compared": compared(post, besides, revisions, row_id(request.GET.get("version", ""))),
        "place": place_of(post),
        "crumbs": to_thread(post.thread),
    }
    return render(request, "forum/history.html", context)
