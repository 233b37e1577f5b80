from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from hub.notices.services import unsubscribe
from hub.notices.unsubscribing import read_token


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The one POST without a form token: mail programs send it, and the signature is its proof."""
    stop = read_token(token)
    if stop is None:
        raise Http404
    if request.method == "POST":
        unsubscribe(person_id=stop.person_id, kind=stop.kind, object_id=stop.object_id)
    return render(request, "notices/unsubscribe.html", {"done": request.method == "POST"})
