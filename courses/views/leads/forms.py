"""What the pages with one form have in common."""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hub.access.services import record_details_check
from hub.users.drafts import forget_draft, with_draft, writer_mark


def form_page(
    request: HttpRequest,
    form: Any,
    send: Callable[[Form], HttpResponse],
    context: Mapping[str, object],
) -> HttpResponse:
    """Shows a form of free text, or sends it; what was typed isn't lost."""
    if form.is_bound:
        valid = form.is_valid()
        record_details_check(outcome=form.details_outcome)
        if valid:
            answer = send(form)
            forget_draft(request)
            return answer
    shown = with_draft(request, form)
    given = {"form": shown, "writer": writer_mark(request), **context}
    return render(request, "courses/leads/form.html", given)
