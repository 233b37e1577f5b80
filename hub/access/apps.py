from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

from hub.core.seeding import seed_after_migrate
from hub.core.ticks import register_tick


class AccessConfig(AppConfig):
    name = "hub.access"
    verbose_name = _("Access")

    def ready(self) -> None:
        """Finds every app's kinds and records of people, and connects what follows from writes."""
        from hub.access import receivers, seed, ticks
        from hub.access.audit import cms, guard

        receivers.connect()
        cms.connect()
        autodiscover_modules("kinds", "personal_records")
        seed_after_migrate(seed.seed_roles, "access.roles")
        seed_after_migrate(guard.seed_guard, "access.audit_guard")
        register_tick("access.seal_audit", ticks.seal)
