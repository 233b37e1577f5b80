from django.apps import AppConfig

from hub.core.seeding import seed_after_migrate
from hub.core.statistics import refresh_statistics


class CoreConfig(AppConfig):
    name = "hub.core"

    def ready(self) -> None:
        seed_after_migrate(refresh_statistics, "core.statistics")
