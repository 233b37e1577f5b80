from django.apps import AppConfig
from django.conf import settings
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _


class CacheConfig(AppConfig):
    name = "hub.cache"
    verbose_name = _("Kept pages")

    def ready(self) -> None:
        from hub.cache.changes import forget_old_changes, watch_connection
        from hub.core.ticks import register_tick

        register_tick("cache.forget_old_changes", forget_old_changes)
        if settings.WATCH_CHANGES:
            connection_created.connect(watch_connection, dispatch_uid="cache.watch")
