from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hub.groups.access import access_own_group
from hub.groups.crumbs import GROUPS, to_group
from hub.groups.refusals import Refused
from hub.groups.services import confirm_place, leave_group
from hub.groups.services.places import place_of
from hub.users.drafts import writer_required


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, slug: str) -> HttpResponse:
    """One button says that somebody is still in the group; a reminder leads here."""
    found = access_own_group(slug, request.reader)
    if request.method == "POST":
        try:
            confirm_place(group=found, person=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal.text))
        else:
            messages.success(request, _("Thank you. You stay in the group."))
        return redirect(found)
    context = {
        "group": found,
        "place": place_of(found, request.reader.user_id),
        "until": found.confirmed_until(),
        "crumbs": to_group(found),
    }
    return render(request, "groups/confirm.html", context)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    found = access_own_group(slug, request.reader)
    if request.method == "POST":
        try:
            leave_group(group=found, person=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal.text))
            return redirect(found)
        messages.success(request, _("You've left the group."))
        return redirect(GROUPS[1])
    return render(request, "groups/leave.html", {"group": found, "crumbs": to_group(found)})
