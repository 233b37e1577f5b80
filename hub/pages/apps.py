from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "hub.pages"
    verbose_name = _("Pages")

    def ready(self) -> None:
        from hub.access.closing import ask_before_closing
        from hub.pages import receivers
        from hub.pages.files_in_use import wider_files

        receivers.connect()
        ask_before_closing(wider_files)
