from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from hub.api.feeds import newest, text_for
from hub.api.going_out import outgoing_kind
from hub.core.atom import atom
from hub.core.missing import found
from hub.taxonomy.models import Theme
from hub.users.limits import limited


@limited("feed", reading=True)
@require_safe
def feed(request: HttpRequest, theme: str = "", kind: str = "") -> HttpResponse:
    """As Atom. A theme or kind that isn't there, or that stays in the hub, is missing."""
    on = found(Theme.objects.filter(slug=theme).first()) if theme else None
    of = outgoing_kind(kind) if kind else None
    return atom(request, text_for(on, of), newest(on, of))
