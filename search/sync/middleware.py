from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from search.sync.capture import capture

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class CaptureMiddleware:
    """Makes each writing request of the CMS one transaction whose end writes the search rows.

    Wagtail spreads create, publish, move and privacy over several transactions; between them a
    restricted copy would be open. Last in the list, so that a failing view arrives here as a
    response of 500, which rolls everything back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not writes_in_cms(request):
            return self.get_response(request)
        _ = request.POST  # reads a slow upload before the transaction starts
        with capture():
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response


def writes_in_cms(request: HttpRequest) -> bool:
    return (
        request.method not in SAFE_METHODS
        and request.path.startswith(settings.CMS_PATH)
        and request.user.is_authenticated
    )
