from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hub.api.going_out import outgoing_kinds

EXAMPLES = 3


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """How other programs may use what the hub publishes, in words."""
    feeds = [
        (reverse("content_feeds:kind", args=[kind.name]), kind.plural)
        for kind in list(outgoing_kinds().values())[:EXAMPLES]
    ]
    limit = settings.HUB_RATE_LIMITS["api"].partition("/")[0]
    return render(request, "api/about.html", {"feeds": feeds, "limit": limit})
