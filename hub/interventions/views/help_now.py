"""The short public page for anyone. It answers whatever the CMS holds."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hub.access.pages import readable_pages
from hub.interventions.models import HelpNow, ReferralRoutePage


def help_now(request: HttpRequest) -> HttpResponse:
    routes = readable_pages(
        ReferralRoutePage.objects.filter(show_on_help_now=True), request.reader
    ).order_by("order", "title")
    context = {"help": HelpNow.current(), "routes": [route.card() for route in routes]}
    return render(request, "interventions/help_now.html", context)
