from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hub.groups.access import access_offer
from hub.groups.crumbs import GROUPS
from hub.groups.permissions import is_in, is_verified
from hub.groups.refusals import Refused
from hub.groups.services import accept_invitation
from hub.users.limits import limited


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("join")
def offer(request: HttpRequest, code: str) -> HttpResponse:
    """An invitation, shown to the person whose confirmed address it was sent to."""
    invitation = access_offer(code, request.reader)
    group = invitation.working_group
    if is_in(request.reader, group):
        return redirect(group)
    if request.method == "POST":
        try:
            accept_invitation(invitation=invitation, person=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal.text))
            return redirect(invitation)
        messages.success(request, _("You're in. The others see your name and role."))
        return redirect(group)
    context = {
        "invitation": invitation,
        "group": group,
        "over": bool(invitation.accepted_at) or invitation.has_run_out,
        "may_come_in": is_verified(request.reader) or not group.practitioners_only,
        "crumbs": [GROUPS],
    }
    return render(request, "groups/invitation.html", context)
