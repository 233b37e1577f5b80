from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hub.core.pagination import page_of
from hub.notices.access import access_subscription
from hub.notices.following import followed_things
from hub.notices.models import Subscription
from hub.notices.services import unsubscribe


@login_required
@require_safe
def followed(request: HttpRequest) -> HttpResponse:
    page = page_of(request, Subscription.objects.filter(person_id=request.reader.user_id))
    context = {
        "title": _("What you follow"),
        "page": page,
        "rows": followed_things(page.object_list, request.reader),
    }
    return render(request, "notices/following.html", context)


@login_required
@require_POST
def stop(request: HttpRequest, subscription_id: int) -> HttpResponse:
    row = access_subscription(subscription_id, request.reader)
    unsubscribe(person_id=row.person_id, kind=row.kind, object_id=row.object_id)
    messages.success(request, _("You won't hear about that any more."))
    return redirect("notices:following")
