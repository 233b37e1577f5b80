"""Moderators split posts off a thread, or merge it into another."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hub.access.services import record_details_check
from hub.forum.forms.joining import MergeForm, SplitForm
from hub.forum.models import Thread
from hub.forum.services import NotMoved, merge_thread, split_thread
from hub.forum.views.arranging import moderated_thread, show
from hub.forum.views.threads import note_reading
from hub.users.drafts import forget_draft, writer_required


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def split(request: HttpRequest, thread_id: int) -> HttpResponse:
    thread = moderated_thread(thread_id, request.reader)
    note_reading(request, thread)
    form = SplitForm(request.POST if request.method == "POST" else None, thread=thread)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid() and (made := was_split(request, thread, form)):
        forget_draft(request)
        messages.success(request, _("The posts are a thread of their own. Their links still work."))
        return redirect(made)
    lead = _("It stays in “%(space)s”, where the same people read it.")
    return show(
        request,
        thread,
        form,
        title=_("Split posts off"),
        lead=lead % {"space": thread.space.name},
    )


def was_split(request: HttpRequest, thread: Thread, form: SplitForm) -> Thread | None:
    try:
        return split_thread(
            thread=thread,
            numbers=form.cleaned_data["posts"],
            title=form.cleaned_data["title"],
            kind=form.cleaned_data["kind"],
            by=request.user,
            reason=form.cleaned_data["reason"],
        )
    except NotMoved:
        form.add_error("posts", _("These posts are not there any more. Look again."))
        return None


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, thread_id: int) -> HttpResponse:
    thread = moderated_thread(thread_id, request.reader)
    note_reading(request, thread)
    data = request.POST if request.method == "POST" else None
    form = MergeForm(data, reader=request.reader, thread=thread)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid() and was_merged(request, thread, form):
        forget_draft(request)
        messages.success(request, _("The thread is part of this one now. Its links lead here."))
        return redirect(form.cleaned_data["into"])
    lead = _("“%(space)s” now: %(audience)s It can't be undone, but posts can be split off again.")
    words = {"space": thread.space.name, "audience": thread.space.audience}
    return show(request, thread, form, title=_("Merge into another thread"), lead=lead % words)


def was_merged(request: HttpRequest, thread: Thread, form: MergeForm) -> bool:
    try:
        merge_thread(
            thread=thread,
            into=form.cleaned_data["into"],
            by=request.user,
            reason=form.cleaned_data["reason"],
            wider_confirmed=form.cleaned_data["wider"],
        )
    except NotMoved:
        form.add_error("into", _("One of the threads has changed meanwhile. Look again."))
        return False
    return True
