"""What somebody shares: their examples, one of them, a new one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.access.pages import may_read_page
from hub.access.practice import may_review_practice, may_share_practice
from hub.access.readers import Reader
from hub.core.missing import require
from hub.core.pagination import page_of
from hub.sharing.access import access_own
from hub.sharing.crumbs import SHARE, to_example
from hub.sharing.enums import Part, Status
from hub.sharing.models import SharedExample
from hub.sharing.overtaken import Overtaken
from hub.sharing.services import discard_draft, start_example
from hub.sharing.showing import parts_of, rows_of
from hub.sharing.standing import asked_changes, last_review, unanswered
from hub.users.drafts import writer_required
from hub.users.limits import limited


@writer_required
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    require(may_share_practice(request.reader))
    page = page_of(request, SharedExample.objects.of(request.reader.user_id))
    context = {
        "page": page,
        "rows": rows_of(page.object_list),
        "is_reviewer": may_review_practice(request.reader),
    }
    return render(request, "sharing/start.html", context)


@writer_required
@limited("draft")
@require_POST
def new(request: HttpRequest) -> HttpResponse:
    require(may_share_practice(request.reader))
    return redirect(start_example(author=request.user))


@writer_required
@require_safe
def example(request: HttpRequest, example_id: int) -> HttpResponse:
    """The task list of a draft; afterwards how it stands, what was said of it, and its text."""
    found = access_own(example_id, request.reader)
    comments = asked_changes(found)
    changing = frozenset(Part if found.status == Status.DRAFT else comments)
    missing = unanswered(found)
    context = {
        "example": found,
        "row": rows_of([found])[0],
        "parts": parts_of(found, comments, changing=changing),
        "review": last_review(found),
        "missing": len(missing),
        "draft": draft_of(found, request.reader),
        "crumbs": [SHARE],
    }
    return render(request, "sharing/example.html", context)


def draft_of(example: SharedExample, reader: Reader) -> object | None:
    """The page as it stands in the CMS; None where it is none, or is closed to the reader."""
    if example.page is None or not may_read_page(example.page, reader):
        return None
    return example.page.get_latest_revision_as_object()


@writer_required
@limited("draft")
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, example_id: int) -> HttpResponse:
    found = access_own(example_id, request.reader)
    if request.method == "POST":
        try:
            discard_draft(example=found)
        except Overtaken as meanwhile:
            messages.error(request, str(meanwhile))
            return redirect(found)
        messages.success(request, _("Your example is deleted."))
        return redirect("sharing:start" if may_share_practice(request.reader) else "users:account")
    context = {"example": found, "crumbs": to_example(found)}
    return render(request, "sharing/delete.html", context)
