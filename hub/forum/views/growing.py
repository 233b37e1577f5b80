"""From thread to knowledge: "make this practice", and thanks to those who agree."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hub.access.services import record_details_check
from hub.core.missing import require
from hub.forum.access import access_thanks, access_thread
from hub.forum.crumbs import FORUM, to_thread
from hub.forum.forms import GrowForm, PracticeForm, TermForm
from hub.forum.services import answer_thanks, grow_page
from hub.forum.showing import may_grow
from hub.forum.views.threads import note_reading
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def practice(request: HttpRequest, thread_id: int) -> HttpResponse:
    return grow(request, thread_id, PracticeForm)


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def term(request: HttpRequest, thread_id: int) -> HttpResponse:
    return grow(request, thread_id, TermForm)


def grow(request: HttpRequest, thread_id: int, form_class: type[GrowForm]) -> HttpResponse:
    thread = access_thread(thread_id, request.reader)
    require(may_grow(request.reader, thread))
    note_reading(request, thread)
    form = form_class(request.POST or None, thread=thread)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        grow_page(thread=thread, by=request.user, page=form.page())
        forget_draft(request)
        messages.success(request, _("The draft is with the reviewers. You are told when it is up."))
        return redirect(thread)
    context = {
        "form": with_draft(request, form),
        "thread": thread,
        "makes_practice": form_class is PracticeForm,
        "crumbs": to_thread(thread),
        "writer": writer_mark(request),
    }
    return render(request, "forum/grow.html", context)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def thanks(request: HttpRequest, thanks_id: int) -> HttpResponse:
    """Asks whether the page may name somebody; the answer can be changed at any time."""
    found = access_thanks(thanks_id, request.reader)
    if request.method == "POST":
        agreed = request.POST.get("agreed") == "yes"
        answer_thanks(thanks=found, agreed=agreed)
        said = _("The page thanks you by name.") if agreed else _("The page doesn’t name you.")
        messages.success(request, said)
        return redirect("forum:thanks", thanks_id)
    context = {"thanks": found, "title": _("May the page thank you by name?"), "crumbs": [FORUM]}
    return render(request, "forum/thanks.html", context)
