from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "hub.notices"
    verbose_name = _("Notices")

    def ready(self) -> None:
        from hub.core.ticks import register_tick
        from hub.notices import security, ticks, verifications

        security.connect()
        register_tick("notices.reset_stuck_tasks", ticks.reset_stuck_tasks)
        register_tick("notices.send_due_notices", ticks.start_sending)
        verifications.connect()
