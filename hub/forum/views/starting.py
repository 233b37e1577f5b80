"""Threads that aren't questions: how they begin, voting in a poll, an event as a file."""

from collections.abc import Callable, Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.access.services import record_details_check
from hub.core.attachments import attached
from hub.core.calendar_files import escaped, file_of, utc
from hub.core.missing import found, require
from hub.forum.access import access_thread
from hub.forum.enums import ThreadKind
from hub.forum.forms.starting import (
    AnnounceForm,
    BeginningForm,
    ChoiceInPollForm,
    DiscussForm,
    EventForm,
    PollForm,
)
from hub.forum.models import Event, Poll, Thread
from hub.forum.models.post import QUESTION
from hub.forum.sanctions import may_write, refuse_anonymous
from hub.forum.services import (
    NoSuchAnswer,
    ask_question,
    choose_in_poll,
    start_event,
    start_poll,
)
from hub.forum.views.asking import show, suggested
from hub.forum.views.threads import note_reading
from hub.users.drafts import forget_draft, with_draft, writer_required
from hub.users.limits import limited

BEGINNINGS: dict[str, tuple[type[BeginningForm], Callable[..., Thread]]] = {
    ThreadKind.DISCUSSION: (DiscussForm, ask_question),
    ThreadKind.ANNOUNCEMENT: (AnnounceForm, ask_question),
    ThreadKind.POLL: (PollForm, start_poll),
    ThreadKind.EVENT: (EventForm, start_event),
}
PLAIN = {ThreadKind.DISCUSSION, ThreadKind.ANNOUNCEMENT}
PRODUCT = "-//Common Ground//Events//EN"


@writer_required
@may_write
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, kind: str) -> HttpResponse:
    """Like asking: written, looked at first where the writer wants to, and posted."""
    form_class, service = found(BEGINNINGS.get(kind))
    if request.method != "POST":
        form = form_class(reader=request.reader, initial=suggested(request))
        require(form.fields["space"].queryset.exists())
        return show(request, with_draft(request, form), kind)
    form = form_class(request.POST, request.FILES, reader=request.reader)
    require(form.fields["space"].queryset.exists())
    refuse_anonymous(form, request.user.pk)
    record_details_check(outcome=form.details_outcome)
    if "preview" in request.POST:
        form.forgive_missing(*form.fields)
        return show(request, form, kind)
    if not form.is_valid():
        return show(request, form, kind)
    more = {"kind": ThreadKind(kind)} if kind in PLAIN else {}
    thread = service(author=request.user, **form.cleaned_data, **more)
    forget_draft(request)
    if thread.hidden_at:
        messages.info(request, _("A moderator looks at it before others see it."))
    else:
        messages.success(request, _("It's up. We'll tell you when somebody replies."))
    return redirect(thread)


@writer_required
@limited("vote")
@require_POST
def choose(request: HttpRequest, thread_id: int) -> HttpResponse:
    """Votes in a poll, or changes the vote."""
    thread = access_thread(thread_id, request.reader)
    poll = found(Poll.objects.filter(thread=thread).first())
    form = ChoiceInPollForm(poll, request.POST)
    changed = _("The answers have changed meanwhile. Look at them again, then vote.")
    if not form.is_valid():
        chosen = "option" in request.POST
        messages.error(request, changed if chosen else _("Choose an answer first."))
        return redirect(thread)
    try:
        choose_in_poll(poll=poll, person=request.user, options=form.chosen())
    except NoSuchAnswer:
        messages.error(request, changed)
    except ValueError:
        messages.error(request, _("The poll is closed."))
    else:
        messages.success(request, _("Your vote counts. Nobody sees what you chose."))
    return redirect(thread)


@require_safe
def calendar(request: HttpRequest, thread_id: int) -> HttpResponse:
    """An event for a calendar. Nothing sensitive leaves the hub as a file."""
    thread = access_thread(thread_id, request.reader)
    require(not thread.space.is_sensitive)
    event = found(Event.objects.filter(thread=thread).first())
    note_reading(request, thread)
    address = request.build_absolute_uri(thread.get_absolute_url())
    content = file_of(lines_of(event, thread, address))
    return attached(content, "text/calendar; charset=utf-8; method=PUBLISH", "event.ics")


def lines_of(event: Event, thread: Thread, address: str) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "METHOD:PUBLISH")
    # A calendar knows by these that it has the event already, and that this is newer.
    uid, first = address.removesuffix(f"{thread.slug}/"), thread.posts.get(number=QUESTION)
    yield from ("BEGIN:VEVENT", f"UID:{uid}", f"SEQUENCE:{first.version - 1}")
    yield f"DTSTAMP:{utc(first.edited_at or thread.created_at)}"
    yield f"DTSTART:{utc(event.starts_at)}"
    yield f"DTEND:{utc(event.ends_at)}"
    yield f"SUMMARY:{escaped(thread.title)}"
    place = "\n".join(filter(None, [event.place, event.link]))
    yield from (f"LOCATION:{escaped(place)}", f"URL:{address}", "END:VEVENT", "END:VCALENDAR")
