from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

from hub.core.seeding import seed_after_migrate


class AccessConfig(AppConfig):
    name = "hub.access"
    verbose_name = _("Access")

    def ready(self) -> None:
        """Finds every app's kinds once all models are loaded, and connects the seed."""
        from hub.access import receivers, reviewing, seed

        receivers.connect()
        reviewing.connect()
        autodiscover_modules("kinds")
        seed_after_migrate(seed.seed_roles, "access.roles")
        seed_after_migrate(reviewing.seed_workflow, "access.workflow")
