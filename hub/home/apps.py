from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from hub.core.seeding import seed_after_migrate


class HomeConfig(AppConfig):
    name = "hub.home"
    verbose_name = _("Start page")

    def ready(self) -> None:
        from hub.home import seed

        seed_after_migrate(seed.seed_pages, "home.pages")
