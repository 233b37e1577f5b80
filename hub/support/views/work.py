"""What the team does with a request."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hub.access.services import record_details_check, record_once_a_day
from hub.support.access import access_at_desk
from hub.support.crumbs import BOARD, SUPPORT, to_work
from hub.support.forms import AnswerForm, HandOverForm, NoteForm
from hub.support.models import SupportRequest
from hub.support.services import add_note, answer, assign, close
from hub.support.showing import rows_for_team, said_to_team
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


def opened(request: HttpRequest, request_id: int) -> SupportRequest:
    """The request, and in the record that it was looked at. Raises Http404."""
    found = access_at_desk(request_id, request.reader)
    record_once_a_day(
        action="support.viewed",
        subject=f"support request {found.pk}",
        person_id=request.reader.user_id,
    )
    return found


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def work(request: HttpRequest, request_id: int) -> HttpResponse:
    """The request with everything around it, and the team's answer."""
    found = opened(request, request_id)
    form = AnswerForm(request.POST or None)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        answer(request=found, author=request.user, **form.cleaned_data)
        forget_draft(request)
        messages.success(request, _("Sent. The asker has been told that something waits."))
        return redirect(found.desk_url)
    context = {
        "asked": found,
        "row": rows_for_team([found])[0],
        "said": said_to_team(found, found.messages.select_related("author")),
        "notes": found.notes.select_related("author", "handed_to"),
        "is_mine": found.assignee_id == request.reader.user_id,
        "form": with_draft(request, form),
        "crumbs": [SUPPORT, BOARD],
        "writer": writer_mark(request),
    }
    return render(request, "support/work.html", context)


@writer_required
@require_POST
def take(request: HttpRequest, request_id: int) -> HttpResponse:
    found = access_at_desk(request_id, request.reader)
    assign(request=found, to=request.user, by=request.user)
    messages.success(request, _("It's yours now. The asker sees your first name."))
    return redirect(found.desk_url)


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, request_id: int) -> HttpResponse:
    found = opened(request, request_id)
    form = NoteForm(request.POST or None)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        add_note(request=found, author=request.user, **form.cleaned_data)
        forget_draft(request)
        messages.success(request, _("The note is kept. Only the team sees it."))
        return redirect(found.desk_url)
    context = {"title": _("Add an internal note"), "submit": _("Save the note")}
    return show(request, found, form, context)


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, request_id: int) -> HttpResponse:
    found = opened(request, request_id)
    form = HandOverForm(request.POST or None, request=found, by=request.user)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        assign(request=found, by=request.user, **form.cleaned_data)
        forget_draft(request)
        messages.success(request, _("Handed over. Your colleague has been told."))
        return redirect(found.desk_url)
    context = {"title": _("Give it to a colleague"), "submit": _("Hand it over")}
    return show(request, found, form, context)


def show(
    request: HttpRequest,
    asked: SupportRequest,
    form: NoteForm | HandOverForm,
    context: dict[str, object],
) -> HttpResponse:
    """A form of the team's, under the request that it is about."""
    context |= {
        "asked": asked,
        "form": with_draft(request, form),
        "crumbs": to_work(asked),
        "writer": writer_mark(request),
    }
    return render(request, "support/work_form.html", context)


@writer_required
@require_POST
def close_theirs(request: HttpRequest, request_id: int) -> HttpResponse:
    found = access_at_desk(request_id, request.reader)
    close(request=found, by=request.user)
    messages.success(request, _("The request is closed. The asker can open it again."))
    return redirect(found.desk_url)
