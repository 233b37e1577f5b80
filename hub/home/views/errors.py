from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token: say so plainly, and how to keep what was typed."""
    return render(request, "403_csrf.html", status=403)
