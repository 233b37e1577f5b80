"""Check answers, send, and what happens next."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hub.access.practice import may_share_practice
from hub.core.missing import require
from hub.sharing.access import access_own
from hub.sharing.crumbs import SHARE, to_example
from hub.sharing.enums import Part, Status
from hub.sharing.overtaken import Overtaken
from hub.sharing.services import submit_example
from hub.sharing.showing import address_of, parts_of
from hub.sharing.standing import asked_changes, unanswered
from hub.users.drafts import writer_required
from hub.users.limits import limited


@writer_required
@limited("draft")
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, example_id: int) -> HttpResponse:
    """Whoever lost the role that shares finds their words, and is told why no button sends them."""
    found = access_own(example_id, request.reader)
    if found.is_waiting:
        return redirect("sharing:sent", found.pk)
    if not found.is_with_author:
        messages.info(request, _("This example was decided already."))
        return redirect(found)
    missing, may_send = unanswered(found), may_share_practice(request.reader)
    if request.method == "POST" and may_send and not missing:
        try:
            submit_example(example=found)
        except Overtaken as meanwhile:
            messages.error(request, str(meanwhile))
            return redirect(found)
        return redirect("sharing:sent", found.pk)
    comments = asked_changes(found)
    changing = frozenset(Part if found.status == Status.DRAFT else comments)
    context = {
        "example": found,
        "parts": parts_of(found, comments, changing=changing),
        "missing": [(question.name, address_of(found, question)) for question in missing],
        "may_send": may_send,
        "was_sent": request.method == "POST",
        "crumbs": to_example(found),
    }
    return render(request, "sharing/check.html", context)


@writer_required
@require_safe
def sent(request: HttpRequest, example_id: int) -> HttpResponse:
    found = access_own(example_id, request.reader)
    require(found.is_waiting)
    context = {
        "example": found,
        "choices_url": reverse("notices:choices"),
        "crumbs": [SHARE],
    }
    return render(request, "sharing/sent.html", context)
