from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hub.notices.models import FeedKey
from hub.notices.services import renew_feed_key, revoke_feed_key
from hub.users.views import me


@login_required
@require_safe
def feeds(request: HttpRequest) -> HttpResponse:
    """The key of one's private feeds: what it opens, another one, none."""
    context = {"key": FeedKey.objects.filter(person=me(request)).first()}
    return render(request, "notices/feeds.html", context)


@login_required
@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    had_one = FeedKey.objects.filter(person=me(request)).exists()
    renew_feed_key(person=me(request))
    messages.success(
        request,
        _("You have a new key. Give your feed reader the new addresses.")
        if had_one
        else _("You have a key. Each closed space and its questions now show you their feed."),
    )
    return redirect("notices:feeds")


@login_required
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    revoke_feed_key(person=me(request))
    messages.success(request, _("Your private feeds are closed."))
    return redirect("notices:feeds")
