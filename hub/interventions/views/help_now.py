"""The short public page for anyone. It answers whatever the CMS holds."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hub.access.pages import readable_pages
from hub.interventions.models import HelpNow, ReferralRoutePage


@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    routes = readable_pages(
        ReferralRoutePage.objects.filter(show_on_help_now=True), request.reader
    ).order_by("order", "title")
    page = HelpNow.current()
    # The first line leads. What else there is to say must not push the first number off a phone.
    lead, *more = page.introduction.strip().splitlines() or [""]
    context = {
        "help": page,
        "lead": lead,
        "more": "\n".join(more),
        "routes": [route.card() for route in routes],
    }
    return render(request, "interventions/help_now.html", context)
