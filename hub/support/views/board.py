from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hub.core.pagination import page_of
from hub.support.access import require_front_line
from hub.support.crumbs import SUPPORT
from hub.support.forms import BoardForm
from hub.support.models import SupportRequest
from hub.support.models.request import SupportRequestQuerySet
from hub.support.showing import rows_for_team
from hub.users.drafts import writer_required


@writer_required
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """The team's list: what waits for them first, the longest waiting at the top."""
    require_front_line(request.reader)
    at_desk = SupportRequest.objects.at_desk(request.reader)
    form = BoardForm(request.GET)
    found = narrowed(at_desk, form, request.reader.user_id)
    page = page_of(request, found.with_people().longest_waiting_first())
    context = {
        "form": form,
        "page": page,
        "rows": rows_for_team(page.object_list),
        "waiting": at_desk.exclude(waiting_since=None).count(),
        "is_narrowed": any(form.chosen().values()),
        "crumbs": [SUPPORT],
    }
    return render(request, "support/board.html", context)


def narrowed(
    requests: SupportRequestQuerySet, form: BoardForm, person_id: int | None
) -> SupportRequestQuerySet:
    chosen = form.chosen()
    requests = requests.filter(status=chosen["status"]) if chosen.get("status") else requests.open()
    if chosen.get("kind"):
        requests = requests.filter(kind=chosen["kind"])
    return requests.filter(assignee_id=person_id) if chosen.get("mine") else requests
