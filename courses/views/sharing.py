"""Sharing one's marks with those who keep a cohort, and taking that back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from courses.access_leads import access_membership
from courses.services.sharing import share_results
from hub.users.drafts import writer_required


@writer_required
@require_POST
def share(request: HttpRequest, cohort_id: int) -> HttpResponse:
    """Shares on `share=yes`; anything else takes it back."""
    member = access_membership(request.reader, cohort_id)
    shares = request.POST.get("share") == "yes"
    share_results(member=member, shares=shares)
    shared, ended = _("Your marks are shared now."), _("Your marks aren't shared any more.")
    messages.success(request, shared if shares else ended)
    return redirect("courses:learning")
