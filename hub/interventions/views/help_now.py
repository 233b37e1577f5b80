from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hub.interventions.models import HelpNow


def help_now(request: HttpRequest) -> HttpResponse:
    """Who to call now. Answers with the emergency number even when nobody has filled it in."""
    return render(request, "interventions/help_now.html", {"help_now": HelpNow.load()})
