from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GroupsConfig(AppConfig):
    name = "hub.groups"
    verbose_name = _("Working groups")

    def ready(self) -> None:
        from hub.core.ticks import register_tick
        from hub.groups import receivers, ticks

        receivers.connect()
        register_tick("groups.send_invitations", ticks.start_sending)
        register_tick("groups.remind", ticks.remind)
        register_tick("groups.call_for_owners", ticks.call_for_owners)
