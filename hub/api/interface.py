"""What holds of every answer of the read API: limits, shapes of faults, and who may keep it."""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import Throttled, ValidationError
from ninja.throttling import BaseThrottle

from hub.users.limits import is_within

MOMENTS = 60


class Limit(BaseThrottle):
    """Counts with what else is limited, by account or by address of the network."""

    def allow_request(self, request: HttpRequest) -> bool:
        return is_within(request, "api", reading=True)

    def wait(self) -> float:
        return MOMENTS


class ReadApi(NinjaAPI):
    """Answers carry a tag of what they say, and faults have one shape."""

    def set_default_exception_handlers(self) -> None:
        self.add_exception_handler(Http404, self.missing)
        self.add_exception_handler(ValidationError, self.not_understood)
        self.add_exception_handler(Throttled, self.too_many)

    def create_response(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return kept_by(request, super().create_response(request, *args, **kwargs))

    def missing(self, request: HttpRequest, fault: Http404) -> HttpResponse:
        """Forbidden equals missing, without a word on which it was."""
        return self.fault(request, 404, _("There is nothing here that you may read."))

    def not_understood(self, request: HttpRequest, fault: ValidationError) -> HttpResponse:
        wrong = [{"name": str(e["loc"][-1]), "message": e["msg"]} for e in fault.errors]
        words = "; ".join(f"{item['name']}: {item['message']}" for item in wrong)
        return self.fault(request, 422, words, wrong)

    def too_many(self, request: HttpRequest, fault: Throttled) -> HttpResponse:
        return self.fault(request, 429, _("Too many requests. Come back in a minute."))

    def fault(
        self, request: HttpRequest, status: int, words: str, wrong: Sequence[dict[str, str]] = ()
    ) -> HttpResponse:
        said = {"detail": words, "parameters": list(wrong)}
        return self.create_response(request, said, status=status)


def kept_by(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """For strangers a minute in any cache; for people signed in in none. 304 for the same again.

    By the tag alone: what is hidden or edited away may leave the newest date where it was.
    """
    patch_vary_headers(response, ["Cookie"])
    if response.status_code != 200:
        response["Cache-Control"] = "no-store"
        return response
    signed_in = request.reader.is_signed_in
    response["Cache-Control"] = "private, no-store" if signed_in else f"public, max-age={MOMENTS}"
    response["ETag"] = quote_etag(hashlib.sha256(response.content).hexdigest())
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
