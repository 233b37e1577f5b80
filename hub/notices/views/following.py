from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hub.core.missing import require
from hub.core.pagination import page_of
from hub.notices import services
from hub.notices.access import access_offer
from hub.notices.following import choices_of_things, with_cards
from hub.users.views import me


@login_required
@require_safe
def followed(request: HttpRequest) -> HttpResponse:
    """Everything that one follows or muted, with a button each."""
    page = page_of(request, choices_of_things(request.reader.user_id))
    context = {
        "title": _("What you follow"),
        "page": page,
        "rows": with_cards(page.object_list, request.reader),
    }
    return render(request, "notices/following.html", context)


@login_required
@require_POST
def follow(request: HttpRequest, kind: str, object_id: int) -> HttpResponse:
    found = access_offer(kind, object_id, request.reader)
    require(found.offer.may_follow(found.thing))
    services.subscribe(person=me(request), kind=kind, object_id=object_id)
    messages.success(request, found.offer.followed)
    return redirect(found.url)


@login_required
@require_POST
def unfollow(request: HttpRequest, kind: str, object_id: int) -> HttpResponse:
    """Of what one can't see any more as well. Missing where one didn't follow it."""
    require(services.unsubscribe(person_id=me(request).pk, kind=kind, object_id=object_id))
    messages.success(request, _("You don't follow that any more."))
    return back(request, kind, object_id)


@login_required
@require_POST
def mute(request: HttpRequest, kind: str, object_id: int) -> HttpResponse:
    found = access_offer(kind, object_id, request.reader)
    require(found.offer.may_mute)
    services.mute(person=me(request), kind=kind, object_id=object_id)
    messages.success(request, _("Muted. You won't hear about it, whatever you follow."))
    return redirect(found.url)


@login_required
@require_POST
def unmute(request: HttpRequest, kind: str, object_id: int) -> HttpResponse:
    """Of what one can't see any more as well. Missing where it wasn't muted."""
    require(services.unmute(person_id=me(request).pk, kind=kind, object_id=object_id))
    messages.success(request, _("It's muted no longer."))
    return back(request, kind, object_id)


def back(request: HttpRequest, kind: str, object_id: int) -> HttpResponse:
    """To the thing whose button was pressed, else to the list."""
    if "listed" not in request.POST:
        try:
            return redirect(access_offer(kind, object_id, request.reader).url)
        except Http404:
            pass
    return redirect("notices:following")
