from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hub.access.services import record_details_check
from hub.core.numbers import row_id
from hub.forum.access import access_thread
from hub.forum.crumbs import to_thread
from hub.forum.forms import ReplyForm, first_reply
from hub.forum.hours import reading_hours
from hub.forum.markdown import render_markdown
from hub.forum.models import Post, Thread
from hub.forum.models.moderators import moderates
from hub.forum.sanctions import may_write, refuse_anonymous
from hub.forum.services import ThreadLocked, reply_to_thread
from hub.forum.views.threads import note_reading, place_of
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@may_write
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest, thread_id: int) -> HttpResponse:
    thread = access_thread(thread_id, request.reader)
    note_reading(request, thread)
    if request.method != "POST":
        form = first_reply(thread, request.reader, quoted(request, thread))
        return show(request, thread, with_draft(request, form))
    form = ReplyForm(request.POST, request.FILES, reader=request.reader)
    refuse_anonymous(form, request.user.pk)
    record_details_check(outcome=form.details_outcome)
    if not form.is_valid() or "preview" in request.POST:
        return show(request, thread, form)
    try:
        post = reply_to_thread(
            thread=thread,
            author=request.user,
            by_moderator=moderates(request.reader, thread.space),
            **form.cleaned_data,
        )
    except ThreadLocked:
        form.add_error(None, _("A moderator has locked this thread. Your text isn't posted."))
        return show(request, thread, form)
    forget_draft(request)
    if post.is_held:
        messages.info(request, _("A moderator looks at your answer before others see it."))
    else:
        messages.success(request, _("Your answer is up."))
    return redirect(place_of(post))


def quoted(request: HttpRequest, thread: Thread) -> Post | None:
    """The post of this thread that the reader asked to quote, if they may see it."""
    wanted = Post.objects.open_to(request.reader).with_authors()
    number = row_id(request.GET.get("quote", ""))
    return wanted.visible().filter(thread=thread, pk=number).first() if number else None


def show(request: HttpRequest, thread: Thread, form: ReplyForm) -> HttpResponse:
    context = {
        "form": form,
        "thread": thread,
        "question": thread.posts.visible().order_by("number").first(),
        "crumbs": to_thread(thread),
        "writer": writer_mark(request),
        "reading_hours": reading_hours(),
    }
    if "preview" in request.POST and form.is_valid():
        context["preview"] = render_markdown(form.cleaned_data["body"])
    return render(request, "forum/reply.html", context)
