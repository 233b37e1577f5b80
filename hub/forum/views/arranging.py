"""Moderators lock, pin and move threads; each act asks for its reason first."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from hub.access.readers import Reader
from hub.access.services import record_details_check
from hub.core.missing import require
from hub.forum.access import access_thread
from hub.forum.crumbs import to_thread
from hub.forum.forms.arranging import MoveForm, ReasonForm
from hub.forum.models import Thread
from hub.forum.models.moderators import moderates
from hub.forum.services import (
    NotMoved,
    lock_thread,
    move_thread,
    pin_thread,
    say_it_holds,
    unlock_thread,
    unpin_thread,
)
from hub.forum.views.threads import note_reading
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required


@dataclass(frozen=True, slots=True)
class Act:
    """What is done, in the words of its page."""

    change: Callable[..., Thread]
    title: str | Promise
    lead: str | Promise
    done: str | Promise
    hint: str | Promise = ""


ACTS = {
    "lock": Act(
        lock_thread,
        gettext_lazy("Lock this thread"),
        gettext_lazy("Nobody but moderators can reply until you unlock it."),
        gettext_lazy("The thread is locked."),
        gettext_lazy("It stands on the page for everyone, and in the record. Name nobody."),
    ),
    "unlock": Act(
        unlock_thread,
        gettext_lazy("Unlock this thread"),
        gettext_lazy("Everybody who reads it can reply again."),
        gettext_lazy("The thread takes replies again."),
    ),
    "pin": Act(
        pin_thread,
        gettext_lazy("Pin this thread"),
        gettext_lazy("It stands at the top of its space until you take the pin away."),
        gettext_lazy("The thread stands at the top of its space."),
    ),
    "unpin": Act(
        unpin_thread,
        gettext_lazy("Take the pin away"),
        gettext_lazy("It stands among the others again, by its newest post."),
        gettext_lazy("The thread stands among the others again."),
    ),
    "holds": Act(
        say_it_holds,
        gettext_lazy("Say that this thread still holds"),
        gettext_lazy("Read it against what changed. If an answer is wrong now, reply first."),
        gettext_lazy("Readers aren't warned any more."),
    ),
}


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def arrange(request: HttpRequest, thread_id: int, act: str) -> HttpResponse:
    """Locks or pins, or undoes it."""
    thread, chosen = moderated_thread(thread_id, request.reader), ACTS[act]
    note_reading(request, thread)
    data = request.POST if request.method == "POST" else None
    form = ReasonForm(data, hint=str(chosen.hint))
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        chosen.change(thread=thread, by=request.user, reason=form.cleaned_data["reason"])
        forget_draft(request)
        messages.success(request, chosen.done)
        return redirect(thread)
    return show(request, thread, form, title=chosen.title, lead=chosen.lead)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, thread_id: int) -> HttpResponse:
    """To another space; who can read it there is said before."""
    thread = moderated_thread(thread_id, request.reader)
    note_reading(request, thread)
    data = request.POST if request.method == "POST" else None
    form = MoveForm(data, reader=request.reader, thread=thread)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid() and moved(request, thread, form):
        forget_draft(request)
        messages.success(request, _("The thread is moved. Its links still work."))
        return redirect(access_thread(thread.pk, request.reader))
    lead = _("“%(space)s” now: %(audience)s") % {
        "space": thread.space.name,
        "audience": thread.space.audience,
    }
    return show(request, thread, form, title=_("Move this thread"), lead=lead)


def moved(request: HttpRequest, thread: Thread, form: MoveForm) -> bool:
    try:
        move_thread(
            thread=thread,
            to=form.cleaned_data["space"],
            by=request.user,
            reason=form.cleaned_data["reason"],
            wider_confirmed=form.cleaned_data["wider"],
        )
    except NotMoved:
        form.add_error("space", _("Who may read has changed meanwhile. Look again."))
        return False
    return True


def moderated_thread(thread_id: int, reader: Reader) -> Thread:
    """A thread in a space that this reader moderates. Raises Http404."""
    thread = access_thread(thread_id, reader)
    require(moderates(reader, thread.space))
    return thread


def show(request: HttpRequest, thread: Thread, form: forms.Form, **words: object) -> HttpResponse:
    context = {
        "form": with_draft(request, form),
        "thread": thread,
        "action": request.path,
        "crumbs": to_thread(thread),
        "writer": writer_mark(request),
        **words,
    }
    return render(request, "forum/arrange.html", context)
