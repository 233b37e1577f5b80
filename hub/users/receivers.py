"""What follows from an account being made, closed or given a second factor."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_save
from django.http import HttpRequest

from hub.access.second_factor import forget_second_factor
from hub.users.models import Profile, User
from hub.users.services import end_all_sessions, end_sessions
from hub.users.session_limits import signed_in


def person_saved(instance: User, created: bool, raw: bool = False, **_kwargs: Any) -> None:
    """Everyone has a profile from the first moment; a closed account has no session left."""
    if raw:
        return
    if created:
        Profile.objects.get_or_create(user=instance)
    if not instance.is_active:
        end_sessions(person=instance)


def factor_added(
    request: HttpRequest, user: User, authenticator: Authenticator, **_kwargs: Any
) -> None:
    """Setting one up takes a right code or the passkey itself, so this session has shown it."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(
            request, user, method="mfa", id=authenticator.pk, type=authenticator.type
        )


def factor_removed(request: HttpRequest | None, user: User, **_kwargs: Any) -> None:
    """What it opened is shut at once: here until another is shown, and elsewhere wholly."""
    end_all_sessions(user, but=request.session.session_key if request else None)
    if request:
        forget_second_factor(request)


def connect() -> None:
    user_logged_in.connect(signed_in, dispatch_uid="users.signed_in")
    post_save.connect(person_saved, sender=User, dispatch_uid="users.person_saved")
    authenticator_added.connect(factor_added, dispatch_uid="users.factor_added")
    authenticator_removed.connect(factor_removed, dispatch_uid="users.factor_removed")
