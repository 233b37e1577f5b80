"""Limits on what can be hammered. allauth counts; its own forms have theirs in ACCOUNT_RATE_LIMITS.

The counts lie in the default cache, which processes must share to count together.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from hub.users.models import User

View = Callable[..., HttpResponse]
UNCOUNTED = frozenset({"HEAD", "OPTIONS"})


def limited(action: str, *, reading: bool = False) -> Callable[[View], View]:
    """Answers with the page of 429 above the limit of `action` in HUB_RATE_LIMITS.

    Counts what is sent, and with `reading` what is only looked at too. Costs three reads or writes
    of the cache for each rate. What was typed is kept, as `hub.users.drafts` does.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if is_within(request, action, reading=reading):
                return view(request, *args, **kwargs)
            return ratelimit.respond_429(request)

        return wrapped

    return decorate


def is_within(request: HttpRequest, action: str, *, reading: bool = False) -> bool:
    """Counts one more. Raises KeyError for an action without a limit."""
    if request.method in UNCOUNTED and not reading:
        return True
    usage = ratelimit.consume(
        request,
        app="hub",
        action=action,
        config={action: settings.HUB_RATE_LIMITS[action]},
        user=counted_as(request),
        limit_get=reading,
    )
    return usage is not None


class Address:
    """A stranger, counted by the address of the network where a person would be by account."""

    def __init__(self, ip: str) -> None:
        self.pk = f"ip-{ip}"


def counted_as(request: HttpRequest) -> User | Address:
    return request.user if request.user.is_authenticated else Address(ratelimit.get_ip(request))
