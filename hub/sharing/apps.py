from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SharingConfig(AppConfig):
    name = "hub.sharing"
    verbose_name = _("Shared practice")

    def ready(self) -> None:
        from wagtail.signals import page_published

        from hub.core.ticks import register_tick
        from hub.sharing.receivers import example_published
        from hub.sharing.services.reminding import warn_of_old_drafts

        page_published.connect(example_published, dispatch_uid="sharing.example_published")
        register_tick("sharing.warn_of_old_drafts", warn_of_old_drafts)
