from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from hub.users.limits import limited
from search.engines.current import current_engine
from search.suggesting import suggestions


@limited("suggest", reading=True)
@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Things to go to at once for the letters in `?q=`, the same whoever asks."""
    found = suggestions(request.GET.get("q", ""), current_engine())
    return JsonResponse({"suggestions": [asdict(one) for one in found]})
