"""Mailed links by which somebody shows again that they receive mail at their address.

Bound to person, address and the newest verification: a link works for nobody else, for no other
address, and not after it was used.
"""

from datetime import timedelta

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.urls import reverse

from hub.users.models import User, Verification
from hub.users.services.verifying import confirmed_address

SALT = "users.verification"


def contents(person: User) -> list[object]:
    """What a link vouches for. Two queries."""
    last = Verification.objects.of(person.pk).order_by("-pk").first()
    state = f"{last.pk} {last.verified_at.isoformat()}" if last else ""
    return [person.pk, confirmed_address(person.pk), state]


def token_for(person: User) -> str:
    return signing.dumps(contents(person), salt=SALT)


def opens(token: str, person: User) -> bool:
    """Whether this person may use the link now."""
    longest = timedelta(hours=settings.VERIFICATION_LINK_HOURS)
    try:
        return signing.loads(token, salt=SALT, max_age=longest) == contents(person)
    except signing.BadSignature:
        return False


def send_link(request: HttpRequest, person: User) -> str:
    """Mails a link to the confirmed address; the address."""
    address = confirmed_address(person.pk)
    path = reverse("users:confirm_again", args=[token_for(person)])
    context = {"user": person, "link": request.build_absolute_uri(path)}
    get_adapter(request).send_mail("users/email/confirm_again", address, context)
    return address
