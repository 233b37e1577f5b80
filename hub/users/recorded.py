"""Changes of the ways to sign in, which whoever takes over an account makes first."""

from typing import Any

from allauth.account.signals import email_changed, password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.utils.translation import gettext_lazy as _

from hub.access.audit.words import name_actions
from hub.access.services import record_audit
from hub.users.models import User

FACTORS = {
    authenticator_added: "sign_in.factor_added",
    authenticator_removed: "sign_in.factor_removed",
    authenticator_reset: "sign_in.factor_renewed",
}
SECRETS = {
    password_changed: "sign_in.password_changed",
    password_set: "sign_in.password_changed",
    password_reset: "sign_in.password_reset",
    email_changed: "sign_in.address_changed",
}

name_actions(
    {
        "agency.changed": _("Agency sign-in: changed"),
        "agency.removed": _("Agency sign-in: removed"),
        "sign_in.address_changed": _("Sign-in: address changed"),
        "sign_in.factor_added": _("Sign-in: second factor added"),
        "sign_in.factor_removed": _("Sign-in: second factor removed"),
        "sign_in.factor_renewed": _("Sign-in: second factor renewed"),
        "sign_in.password_changed": _("Sign-in: password changed"),
        "sign_in.password_reset": _("Sign-in: password reset"),
    }
)


def record(action: str, user: User, reason: str = "") -> None:
    record_audit(action=action, subject=f"person {user.pk}", person_id=user.pk, reason=reason)


def factor_changed(signal: Any, user: User, authenticator: Authenticator, **_kwargs: Any) -> None:
    record(FACTORS[signal], user, str(authenticator.type))


def secret_changed(signal: Any, user: User, **_kwargs: Any) -> None:
    record(SECRETS[signal], user)


def connect() -> None:
    for signal, name in FACTORS.items():
        signal.connect(factor_changed, dispatch_uid=f"users.record.{name}")
    for signal in SECRETS:
        signal.connect(secret_changed, dispatch_uid=f"users.record.{SECRETS[signal]}")
