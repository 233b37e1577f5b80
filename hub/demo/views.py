from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from hub.demo.codes import current_codes, seconds_left
from hub.demo.mailbox import letters


@never_cache
@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """Everyone's post and codes, so it answers in a demonstration only."""
    if not settings.DEMO:
        raise Http404
    context = {"letters": letters(), "codes": current_codes(), "seconds_left": seconds_left()}
    return render(request, "demo/mailbox.html", context)
