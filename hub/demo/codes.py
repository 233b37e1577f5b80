"""Authenticator codes of the demonstration people: two-step sign-in stays on, and can be tried."""

import time
from dataclasses import dataclass

from allauth.mfa import app_settings
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt

from hub.demo.people import demonstration_authenticators
from hub.users.models import User


@dataclass(frozen=True, slots=True)
class Code:
    person: User
    digits: str


def current_codes() -> list[Code]:
    """What the people's apps would show now. One query."""
    counter = int(time.time()) // app_settings.TOTP_PERIOD
    return [
        Code(row.user, format_hotp_value(hotp_value(decrypt(row.data["secret"]), counter)))
        for row in demonstration_authenticators()
    ]


def seconds_left() -> int:
    """How long the codes hold, 1 to 30 seconds."""
    return app_settings.TOTP_PERIOD - int(time.time()) % app_settings.TOTP_PERIOD
