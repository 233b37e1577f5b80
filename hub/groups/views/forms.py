"""What the pages with one form have in common: drafts that survive, and a no in words."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hub.access.services import record_details_check
from hub.groups.refusals import Refused
from hub.users.drafts import forget_draft, with_draft, writer_mark


def form_page(
    request: HttpRequest,
    form: Form,
    send: Callable[[Form], HttpResponse],
    context: Mapping[str, object],
) -> HttpResponse:
    """Shows a form, or sends it; a refusal by the service stands above the form."""
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        try:
            answer = send(form)
        except Refused as refusal:
            form.add_error(None, str(refusal.text))
        else:
            forget_draft(request)
            return answer
    shown = with_draft(request, form)
    return render(
        request, "groups/form.html", {"form": shown, "writer": writer_mark(request), **context}
    )


def do_or_say_why(
    request: HttpRequest, act: Callable[[], object], done: object, to: object
) -> HttpResponse:
    """Does one thing and goes on to another page, which says what happened."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, str(refusal.text))
    else:
        messages.success(request, str(done))
    return redirect(to)
