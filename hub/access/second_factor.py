"""How a session was signed in."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.http import HttpRequest


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this session was signed in with a second factor, or with a passkey. No query."""
    if not request.user.is_authenticated:
        return False
    return any(map(is_second_factor, get_authentication_records(request, request.user)))


def forget_second_factor(request: HttpRequest) -> None:
    """This session counts as signed in by password alone until it shows a factor again."""
    records = get_authentication_records(request, request.user)
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        record for record in records if not is_second_factor(record)
    ]


def is_second_factor(record: dict[str, Any]) -> bool:
    return record["method"] == "mfa"
