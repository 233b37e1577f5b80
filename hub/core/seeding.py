"""Rows that the hub cannot do without are made after every migrate and every flush."""

from collections.abc import Callable
from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


def seed_after_migrate(seed: Callable[[], None], name: str) -> None:
    """Runs an idempotent seed once the last app has migrated, when all permissions exist.

    Seeds run in the order in which apps are installed.
    """

    def run(sender: AppConfig, **_kwargs: Any) -> None:
        if sender is list(apps.get_app_configs())[-1]:
            seed()

    post_migrate.connect(run, weak=False, dispatch_uid=f"seed.{name}")
