"""What the asker sees and does. Internal notes are read nowhere here."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.access.services import record_details_check
from hub.core.missing import require
from hub.core.pagination import page_of
from hub.support.access import access_own
from hub.support.crumbs import SUPPORT
from hub.support.forms import HelpedForm, ReplyForm
from hub.support.models import SupportRequest
from hub.support.permissions import is_front_line
from hub.support.services import close, reopen, reply, say_whether_it_helped
from hub.support.showing import rows_for_asker, said_to_asker
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    page = page_of(request, SupportRequest.objects.of(request.reader.user_id).with_people())
    context = {
        "page": page,
        "rows": rows_for_asker(page.object_list),
        "on_team": is_front_line(request.reader),
    }
    return render(request, "support/index.html", context)


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def request_page(request: HttpRequest, request_id: int) -> HttpResponse:
    found = access_own(request_id, request.reader)
    form = ReplyForm(request.POST or None)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        reply(request=found, author=request.user, **form.cleaned_data)
        forget_draft(request)
        messages.success(request, _("Sent. We'll tell you of an answer."))
        return redirect(found)
    said = found.messages.select_related("author")
    context = {
        "asked": found,
        "row": rows_for_asker([found])[0],
        "said": said_to_asker(found, said),
        "may_say": may_say(found),
        "form": with_draft(request, form),
        "crumbs": [SUPPORT],
        "writer": writer_mark(request),
    }
    return render(request, "support/request.html", context)


def may_say(asked: SupportRequest) -> bool:
    """Asked once, and not before somebody has answered."""
    return (
        asked.was_answered
        and not asked.helped
        and asked.messages.exclude(author=asked.asker_id).exists()
    )


@writer_required
@require_POST
def close_own(request: HttpRequest, request_id: int) -> HttpResponse:
    found = access_own(request_id, request.reader)
    close(request=found, by=request.user)
    messages.success(request, _("Your request is closed. You can open it again."))
    return redirect(found)


@writer_required
@require_POST
def reopen_own(request: HttpRequest, request_id: int) -> HttpResponse:
    found = access_own(request_id, request.reader)
    reopen(request=found)
    messages.success(request, _("Your request is open again, and the team knows."))
    return redirect(found)


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def helped(request: HttpRequest, request_id: int) -> HttpResponse:
    found = access_own(request_id, request.reader)
    require(may_say(found))
    form = HelpedForm(request.POST or None)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        say_whether_it_helped(request=found, **form.cleaned_data)
        forget_draft(request)
        messages.success(request, _("Thank you. The team learns from it."))
        return redirect(found)
    context = {
        "asked": found,
        "form": with_draft(request, form),
        "crumbs": [SUPPORT, (found.title, found.get_absolute_url())],
        "writer": writer_mark(request),
    }
    return render(request, "support/helped.html", context)
