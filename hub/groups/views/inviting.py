from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hub.groups.access import access_invitation, access_managed_group
from hub.groups.crumbs import to_group
from hub.groups.forms import InviteForm
from hub.groups.services import invite, withdraw_invitation
from hub.groups.views.forms import do_or_say_why
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("invite")
def invitations(request: HttpRequest, slug: str) -> HttpResponse:
    """Those that stand, and a form for one more."""
    found = access_managed_group(slug, request.reader)
    here = reverse("groups:invitations", args=[found.slug])
    form = InviteForm(request.POST or None)
    if form.is_bound and form.is_valid():
        invite(group=found, by=request.user, **form.cleaned_data)
        forget_draft(request)
        messages.success(request, _("The invitation is on its way."))
        return redirect(here)
    context = {
        "group": found,
        "form": with_draft(request, form),
        "writer": writer_mark(request),
        "standing": found.invitations.standing(),
        "crumbs": to_group(found),
    }
    return render(request, "groups/invitations.html", context)


@writer_required
@require_POST
def withdraw(request: HttpRequest, slug: str, invitation_id: int) -> HttpResponse:
    found = access_managed_group(slug, request.reader)
    invitation = access_invitation(found, invitation_id)
    return do_or_say_why(
        request,
        lambda: withdraw_invitation(invitation=invitation, by=request.user),
        _("The invitation is taken back. Its link doesn't work any more."),
        reverse("groups:invitations", args=[found.slug]),
    )
