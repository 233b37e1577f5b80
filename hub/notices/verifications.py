"""Tells approvers what waits for them, and people how their verification stands."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from hub.core.dates import long_date
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.users.enums import Ended, RequestState
from hub.users.models import Verification, VerificationRequest
from hub.users.signals import (
    domain_approved,
    verification_asked,
    verification_decided,
    verification_ended,
    verification_ending,
)


def tell_approvers(request: VerificationRequest, people: list[int], **_kwargs: Any) -> None:
    """Names the area and nobody: the mail of a notice may lie open."""
    notify(
        people=people,
        category=Category.TASK,
        text=_("Somebody in %(area)s asks to be verified") % {"area": request.area},
        url=reverse("users:decide_verification", args=[request.pk]),
    )


def tell_asker(request: VerificationRequest, **_kwargs: Any) -> None:
    approved = request.state == RequestState.APPROVED
    notify(
        people=[request.person_id],
        category=Category.ACCOUNT,
        text=_("You are a verified practitioner now")
        if approved
        else _("Your request to be verified was not approved"),
        detail=request.reason,
        url=reverse("users:verification"),
    )


def tell_it_ends(verification: Verification, **_kwargs: Any) -> None:
    notify(
        people=[verification.membership.person_id],
        category=Category.TASK,
        text=_("You count as a verified practitioner until %(date)s. Renew it before then")
        % {"date": long_date(verification.until)},
        url=reverse("users:verification"),
    )


def tell_it_ended(verification: Verification, **_kwargs: Any) -> None:
    if verification.ended == Ended.ACCOUNT:
        return
    notify(
        people=[verification.membership.person_id],
        category=Category.ACCOUNT,
        text=_("You no longer count as a verified practitioner. See why, and what you can do"),
        url=reverse("users:verification"),
    )


def tell_they_can_confirm(people: list[int], **_kwargs: Any) -> None:
    notify(
        people=people,
        category=Category.TASK,
        text=_("Your work address can verify you now. Confirm it once more"),
        url=reverse("users:verification"),
    )


def connect() -> None:
    verification_asked.connect(tell_approvers, dispatch_uid="notices.verification_asked")
    verification_decided.connect(tell_asker, dispatch_uid="notices.verification_decided")
    verification_ending.connect(tell_it_ends, dispatch_uid="notices.verification_ending")
    verification_ended.connect(tell_it_ended, dispatch_uid="notices.verification_ended")
    domain_approved.connect(tell_they_can_confirm, dispatch_uid="notices.domain_approved")
