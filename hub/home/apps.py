from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from hub.core.seeding import seed_after_migrate
from hub.core.statistics import count_first_rows


class HomeConfig(AppConfig):
    name = "hub.home"
    verbose_name = _("Start page")

    def ready(self) -> None:
        from hub.home import seed

        seed_after_migrate(seed.seed_pages, "home.pages")
        # The top app's seed is the last: by now every row that a new hub begins with is there.
        seed_after_migrate(count_first_rows, "home.statistics")
