from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hub.core.pagination import page_of
from hub.notices.access import access_notice
from hub.notices.models import Notice
from hub.notices.readable import with_readability
from hub.notices.services import mark_all_read, mark_read


@login_required
@require_safe
def notice_list(request: HttpRequest) -> HttpResponse:
    mine = Notice.objects.filter(person_id=request.reader.user_id)
    page = page_of(request, mine)
    context = {
        "title": _("Notices"),
        "page": page,
        "rows": with_readability(page.object_list, request.reader),
        "unread": mine.unread().count(),
    }
    return render(request, "notices/list.html", context)


@login_required
@require_safe
def open_one(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Leads to what a notice is about, and records that its reader has looked.

    Missing, address and all, where they may not see it any more.
    """
    notice = access_notice(notice_id, request.reader)
    ((notice, readable),) = with_readability([notice], request.reader)
    if not readable:
        raise Http404
    if request.method == "GET":
        mark_read(notice=notice)
    return redirect(notice.url)


@login_required
@require_POST
def read_one(request: HttpRequest, notice_id: int) -> HttpResponse:
    mark_read(notice=access_notice(notice_id, request.reader))
    return redirect("notices:list")


@login_required
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    mark_all_read(person_id=request.reader.user_id)
    messages.success(request, _("All your notices are marked as read."))
    return redirect("notices:list")
