"""What an installation for real people refuses to start with."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

from hub.users.demonstration import DEMONSTRATION_DOMAIN
from hub.users.models import User


def check_demonstration_settings(
    app_configs: Sequence[AppConfig] | None, **_kwargs: Any
) -> list[CheckMessage]:
    """DEMO without the demonstration app is DEMO switched on in a hub for real people."""
    if apps.is_installed("hub.demo") == settings.DEMO:
        return []
    return [
        Error(
            "DEMO and hub.demo in INSTALLED_APPS go together.",
            hint="Leave DEMO off and hub.demo out wherever real people sign in.",
            id="users.E001",
        )
    ]


def check_demonstration_accounts(
    app_configs: Sequence[AppConfig] | None,
    databases: Sequence[str] | None = None,
    **_kwargs: Any,
) -> list[CheckMessage]:
    """One query, on `check --database default` and on migrate. A table not yet made is fine."""
    if settings.DEMO or "default" not in (databases or ()):
        return []
    if User._meta.db_table not in connections["default"].introspection.table_names():
        return []
    if not User.objects.filter(email__endswith=f"@{DEMONSTRATION_DOMAIN}").exists():
        return []
    return [
        Error(
            f"There are accounts under {DEMONSTRATION_DOMAIN}, whose password everybody knows.",
            hint="Start from an empty database, or deactivate and rename these accounts.",
            id="users.E002",
        )
    ]


def check_limits(app_configs: Sequence[AppConfig] | None, **_kwargs: Any) -> list[CheckMessage]:
    """With the counts in each process's own memory, n processes allow n times as many tries."""
    found: list[CheckMessage] = []
    if not settings.RATE_LIMITS_ON:
        found.append(
            Warning(
                "Nothing limits how often people may try to sign in.",
                hint="Take HUB_RATE_LIMITS=off out of the environment.",
                id="users.W001",
            )
        )
    if settings.PROCESSES > 1 and "locmem" in settings.CACHES["default"]["BACKEND"]:
        found.append(
            Warning(
                f"{settings.PROCESSES} processes count tries each for themselves.",
                hint="Install requirements/redis.in and set REDIS_URL.",
                id="users.W002",
            )
        )
    return found


def connect() -> None:
    register(check_demonstration_settings, Tags.security)
    register(check_demonstration_accounts, Tags.database)
    register(check_limits, Tags.security, deploy=True)
