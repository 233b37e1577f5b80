from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebLinksConfig(AppConfig):
    name = "hub.weblinks"
    verbose_name = _("Links to other sites")

    def ready(self) -> None:
        from hub.core.ticks import register_tick
        from hub.weblinks import ticks

        register_tick("weblinks.gather", ticks.gather)
        register_tick("weblinks.check", ticks.start_checking)
