from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from hub.core.seeding import seed_after_migrate


class TaxonomyConfig(AppConfig):
    name = "hub.taxonomy"
    verbose_name = _("Themes, agencies and areas")

    def ready(self) -> None:
        from hub.taxonomy import seed

        seed_after_migrate(seed.seed_taxonomy, "taxonomy")
