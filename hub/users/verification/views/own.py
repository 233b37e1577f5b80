"""A person's own verification: how it stands, asking for it, and renewing it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.access.services import record_details_check
from hub.core.missing import require
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited
from hub.users.models import Profile, VerificationRequest
from hub.users.services import (
    AlreadyDecided,
    ask_again,
    ask_to_be_verified,
    verify_by_address,
    withdraw_request,
)
from hub.users.services.verifying import domain_to_confirm
from hub.users.verification.approvers import is_approver
from hub.users.verification.forms import AskForm
from hub.users.verification.links import opens, send_link
from hub.users.verification.standing import newest_by_approver, standing_of
from hub.users.views import me


@login_required
@require_safe
def verification(request: HttpRequest) -> HttpResponse:
    context = {
        "standing": standing_of(me(request)),
        "is_approver": is_approver(request.reader),
    }
    return render(request, "users/verification.html", context)


@writer_required
@limited("verify")
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The answer is the same whether or not the hub knows the organisation or its domain."""
    if VerificationRequest.objects.waiting().of(me(request).pk).exists():
        return redirect("users:verification")
    form = AskForm(request.POST or None, initial=from_profile(request))
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        ask_to_be_verified(person=me(request), **form.cleaned_data)
        forget_draft(request)
        messages.success(request, _("Your request is sent. We'll tell you when it's decided."))
        return redirect("users:verification")
    context = {"form": with_draft(request, form), "writer": writer_mark(request)}
    return render(request, "users/verification_ask.html", context)


def from_profile(request: HttpRequest) -> dict[str, object]:
    profile = Profile.objects.with_names().get(user=me(request))
    return {
        "area": profile.area_id,
        "organisation_name": str(profile.organisation or ""),
        "job_title": profile.job_title,
    }


@login_required
@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    waiting = VerificationRequest.objects.waiting().of(me(request).pk).first()
    try:
        if waiting:
            withdraw_request(request=waiting)
            messages.success(request, _("Your request is taken back."))
    except AlreadyDecided:
        messages.info(request, _("Your request had been decided already."))
    return redirect("users:verification")


@login_required
@limited("verify")
@require_POST
def ask_the_same(request: HttpRequest) -> HttpResponse:
    """One click to whoever decided the last time; the form where that isn't enough to go by."""
    last = newest_by_approver(me(request))
    if last is None or ask_again(verification=last) is None:
        return redirect("users:ask_verification")
    messages.success(request, _("Your request is sent. We'll tell you when it's decided."))
    return redirect("users:verification")


@login_required
@limited("verify")
@require_POST
def send_again(request: HttpRequest) -> HttpResponse:
    """A link to the confirmed address, for somebody whose address verifies."""
    require(domain_to_confirm(me(request)) is not None)
    address = send_link(request, me(request))
    messages.success(
        request, _("We've sent a link to %(address)s. Open it there.") % {"address": address}
    )
    return redirect("users:verification")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_again(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link changes nothing; pressing its button does."""
    good = opens(token, me(request))
    if request.method == "POST" and good and verify_by_address(person=me(request)):
        messages.success(request, _("Thank you. Your address is confirmed again."))
        return redirect("users:verification")
    return render(request, "users/verification_confirm.html", {"good": good})
