from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

from hub.core.seeding import seed_after_migrate


class AccessConfig(AppConfig):
    name = "hub.access"
    verbose_name = _("Access")

    def ready(self) -> None:
        """Finds every app's kinds and records of people, and connects what follows from writes."""
        from hub.access import receivers, reviewing, seed

        receivers.connect()
        reviewing.connect()
        autodiscover_modules("kinds", "personal_records")
        seed_after_migrate(seed.seed_roles, "access.roles")
        seed_after_migrate(reviewing.seed_workflow, "access.workflow")
