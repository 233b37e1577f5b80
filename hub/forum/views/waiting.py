from datetime import timedelta
from statistics import median

from django.db.models import Min, Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.core.pagination import page_of
from hub.core.working_days import working_days_since
from hub.forum.crumbs import FORUM
from hub.forum.models import Step, Thread
from hub.forum.models.post import QUESTION
from hub.forum.models.thread import ThreadQuerySet
from hub.users.drafts import writer_required

LATELY = timedelta(days=90)
MOST_COUNTED = 500


@writer_required
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Questions without an answer, the longest waiting first, and how long answers took lately."""
    readable = Thread.objects.visible().readable_by(request.reader)
    steps = Prefetch("steps", Step.objects.order_by("at", "pk"))
    found = readable.unanswered().with_authors().prefetch_related(steps)
    page, now = page_of(request, found.order_by("created_at", "pk")), timezone.now()
    for thread in page:
        thread.days = working_days_since(thread.created_at, now)
    context = {
        "title": _("Questions that wait"),
        "page": page,
        "days_to_answer": days_to_answer(readable),
        "crumbs": [FORUM],
    }
    return render(request, "forum/waiting.html", context)


def days_to_answer(threads: ThreadQuerySet) -> float | None:
    """Within how many working days half of the latest answered questions had their first answer."""
    visible = Q(posts__hidden_at=None) & ~Q(posts__number=QUESTION)
    lately = threads.questions().filter(created_at__gt=timezone.now() - LATELY, reply_count__gt=0)
    answered = lately.annotate(first=Min("posts__created_at", filter=visible)).order_by("-pk")
    moments = answered.values_list("created_at", "first")[:MOST_COUNTED]
    days = [working_days_since(asked, first) for asked, first in moments]
    return median(days) if days else None
