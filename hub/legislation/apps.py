from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LegislationConfig(AppConfig):
    name = "hub.legislation"
    verbose_name = _("Legislation")

    def ready(self) -> None:
        from hub.core.ticks import register_tick
        from hub.legislation import ticks

        register_tick("legislation.fetch", ticks.start_fetching)
