"""Demonstration accounts have a printed password: they may sign in to a demonstration only."""

from django.conf import settings

DEMONSTRATION_DOMAIN = "demo.example"


def is_demonstration(email: str) -> bool:
    return email.lower().endswith(f"@{DEMONSTRATION_DOMAIN}")


def refused_here(email: str) -> bool:
    """Whether this installation must refuse the account of this address."""
    return is_demonstration(email) and not settings.DEMO
