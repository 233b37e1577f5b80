from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hub.forum.drafts import keep_draft


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: say so plainly, and keep what was typed where we can."""
    return render(request, "403_csrf.html", {"kept": keep_draft(request)}, status=403)
