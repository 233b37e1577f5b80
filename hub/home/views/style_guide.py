"""The look of everything that pages are built from, for those who build and write."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from hub.home.style_guide.examples import drawn_pieces
from hub.users.middleware import CMS_PERMISSION


@never_cache
@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    """Open to all on a demonstration; elsewhere missing for whoever may not enter the CMS."""
    if not settings.DEMO and not request.user.has_perm(CMS_PERMISSION):
        raise Http404
    return render(request, "home/style_guide.html", {"pieces": list(drawn_pieces(request))})
