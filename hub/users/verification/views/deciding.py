"""What waits for approvers. Roles count only in a session with a second factor."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hub.access.services import record_details_check
from hub.core.pagination import page_of
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.models import VerificationRequest
from hub.users.services import AlreadyDecided, approve_request, refuse_request
from hub.users.services.verifying import confirmed_address
from hub.users.verification.access import access_request, require_approver
from hub.users.verification.domains import domain_of
from hub.users.verification.forms import DecideForm
from hub.users.views import me


@writer_required
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    require_approver(request.reader)
    waiting = VerificationRequest.objects.decidable_by(request.reader)
    page = page_of(request, waiting.select_related("person", "area"))
    return render(request, "users/verification_requests.html", {"page": page})


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, request_id: int) -> HttpResponse:
    asked = access_request(request_id, request.reader)
    form = DecideForm(request.POST or None, request=asked, reader=request.reader)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        answer(request, asked, form)
        forget_draft(request)
        return redirect("users:verification_requests")
    context = {
        "form": with_draft(request, form),
        "asked": asked,
        "domain": domain_of(confirmed_address(asked.person_id)),
        "writer": writer_mark(request),
    }
    return render(request, "users/verification_decide.html", context)


def answer(request: HttpRequest, asked: VerificationRequest, form: DecideForm) -> None:
    try:
        if form.approves:
            organisation = form.cleaned_data["organisation"]
            approve_request(request=asked, by=me(request), organisation=organisation)
            messages.success(request, _("They are verified, and have been told."))
        else:
            refuse_request(request=asked, by=me(request), reason=form.cleaned_data["reason"])
            messages.success(request, _("They have been told why not."))
    except AlreadyDecided:
        messages.info(request, _("Somebody else has decided this meanwhile. Nothing changed."))
