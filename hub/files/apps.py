from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FilesConfig(AppConfig):
    name = "hub.files"
    verbose_name = _("Text of files")

    def ready(self) -> None:
        from hub.core.ticks import register_tick
        from hub.files import reading, receivers

        receivers.connect()
        register_tick("files.read", reading.start_reading)
