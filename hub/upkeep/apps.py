from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UpkeepConfig(AppConfig):
    name = "hub.upkeep"
    verbose_name = _("Upkeep of pages")

    def ready(self) -> None:
        from hub.core.ticks import register_tick
        from hub.upkeep import receivers, ticks

        receivers.connect()
        register_tick("upkeep.reviews", ticks.remind)
