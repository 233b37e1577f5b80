from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.openid_connect.views import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from requests import RequestException

from hub.users.limits import limited


@limited("agency")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start_agency_sign_in(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the agency's sign-in, by a page of ours: a form may not be sent on to another host.

    A GET only asks, so that no link signs anybody in. Asks the agency's server where to go.
    """
    agency = access_agency(request, provider_id)
    if request.method != "POST":
        return render(request, "socialaccount/login.html", {"agency": agency})
    try:
        answer = login(request, provider_id)
    except (RequestException, KeyError, ValueError):
        return render(request, "socialaccount/authentication_error.html", status=503)
    if isinstance(answer, HttpResponseRedirect):
        return render(request, "socialaccount/leaving.html", {"agency": agency, "to": answer.url})
    return answer


def access_agency(request: HttpRequest, provider_id: str) -> SocialApp:
    """The agency of this address. Raises Http404."""
    for app in get_adapter(request).list_apps(request, provider=provider_id):
        if app.provider_id == provider_id:
            return app
    raise Http404
