from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from hub.api.going_out import outgoing_kinds
from hub.api.interface import kept_by
from hub.api.operations import api
from hub.users.limits import limited

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


@limited("api", reading=True)
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    return kept_by(request, JsonResponse(description()))


@lru_cache(maxsize=1)
def description() -> dict[str, Any]:
    """What the API is like; the same as long as the process lives."""
    return dict(api.get_openapi_schema(path_prefix="/api/v1/"))
