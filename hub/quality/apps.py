from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QualityConfig(AppConfig):
    name = "hub.quality"
    verbose_name = _("What could be mended in pages")

    def ready(self) -> None:
        from hub.core.ticks import register_tick
        from hub.quality import ticks

        register_tick("quality.check_pages", ticks.check_pages)
