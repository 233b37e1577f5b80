from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.access.services import record_details_check
from hub.core.pagination import page_of
from hub.directory.access import access_conversation, access_recipient
from hub.directory.crumbs import MESSAGES, PEOPLE
from hub.directory.forms import MessageForm
from hub.directory.models import Conversation
from hub.directory.people import called_name, entry_of, is_verified, with_entries
from hub.directory.services import (
    Unreachable,
    answer,
    is_reachable,
    resume_conversation,
    start_conversation,
    stop_conversation,
)
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited
from hub.users.models import User
from hub.users.views import me


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("contact")
def write(request: HttpRequest, person_id: int) -> HttpResponse:
    """A first message to somebody with an entry. It says beforehand what they will see."""
    found = access_recipient(person_id, request.reader)
    reachable = is_reachable(found, me(request))
    may_write = reachable and has_name(request)
    form = MessageForm((request.POST or None) if may_write else None)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        try:
            made = start_conversation(starter=me(request), other=found, **form.cleaned_data)
        except Unreachable as gone:
            raise Http404 from gone
        forget_draft(request)
        messages.success(request, _("Your message is there. We've told them that it waits."))
        return redirect(made)
    entry = entry_of(found)
    context = {
        "entry": entry,
        "form": with_draft(request, form) if may_write else None,
        "reachable": reachable,
        "seen_as": [called_name(me(request)), *work_of(me(request))],
        "writer": writer_mark(request),
        "crumbs": [PEOPLE, (entry.name, reverse("people:person", args=[entry.person_id]))],
    }
    return render(request, "directory/write.html", context)


def work_of(person: User) -> list[str]:
    """Where they are verified, which they can't write themselves. Three queries."""
    return entry_of(with_entries(User.objects.filter(pk=person.pk)).get()).work


def has_name(request: HttpRequest) -> bool:
    """Whoever is written to must know who asks."""
    person = me(request)
    return bool(person.name or (hasattr(person, "listing") and person.listing.work_name))


@login_required
@require_safe
def conversations(request: HttpRequest) -> HttpResponse:
    mine = Conversation.objects.of(request.reader.user_id).with_people()
    page = page_of(request, mine)
    rows = [(row, called_name(row.partner_of(me(request).pk))) for row in page.object_list]
    return render(
        request, "directory/messages.html", {"page": page, "rows": rows, "crumbs": [PEOPLE]}
    )


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("contact")
def conversation(request: HttpRequest, conversation_id: int) -> HttpResponse:
    """Both read it as long as it is kept; to go on, both must be verified."""
    found = access_conversation(conversation_id, request.reader)
    partner = found.partner_of(me(request).pk)
    may_answer = is_verified(request.reader)
    form = MessageForm((request.POST or None) if may_answer else None)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid() and sent(request, found, form):
        return redirect(found)
    reachable = is_reachable(partner, me(request))
    context = {
        "conversation": found,
        "thread": thread_of(found, me(request)),
        "partner_name": called_name(partner),
        "partner_work": work_of(partner),
        "form": with_draft(request, form) if may_answer and reachable else None,
        "reachable": reachable,
        "stopped": found.stopped_by_id == me(request).pk,
        "writer": writer_mark(request),
        "crumbs": [PEOPLE, MESSAGES],
    }
    return render(request, "directory/conversation.html", context)


def sent(request: HttpRequest, found: Conversation, form: MessageForm) -> bool:
    try:
        answer(conversation=found, sender=me(request), **form.cleaned_data)
    except Unreachable:
        return False
    forget_draft(request)
    messages.success(request, _("Sent. We've told them that it waits."))
    return True


def thread_of(found: Conversation, reader: User) -> list[tuple[object, str]]:
    """Each message with the name of who wrote it."""
    names = {row.pk: called_name(row) for row in (found.starter, found.other)}
    names[reader.pk] = _("You")
    return [(message, names[message.sender_id]) for message in found.messages.all()]


@login_required
@require_POST
def stop(request: HttpRequest, conversation_id: int) -> HttpResponse:
    found = access_conversation(conversation_id, request.reader)
    stop_conversation(conversation=found, by=me(request))
    messages.success(request, _("Stopped. Neither of you can write to the other now."))
    return redirect(found)


@login_required
@require_POST
def resume(request: HttpRequest, conversation_id: int) -> HttpResponse:
    found = access_conversation(conversation_id, request.reader)
    resume_conversation(conversation=found, by=me(request))
    return redirect(found)
