from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hub.users.drafts import keep_draft


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: say so plainly, and keep what was typed where we can."""
    return render(request, "403_csrf.html", {"kept": keep_draft(request)}, status=403)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Above a limit: say when to come back, and keep what was typed where we can."""
    context = {"kept": keep_draft(request)}
    response = render(request, "429.html", context, status=429)
    response.headers["Retry-After"] = "60"
    return response
