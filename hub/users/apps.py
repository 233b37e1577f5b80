from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UsersConfig(AppConfig):
    name = "hub.users"
    verbose_name = _("People")

    def ready(self) -> None:
        from hub.core.ticks import register_tick
        from hub.users import checks, receivers, recorded
        from hub.users.verification import receivers as verification
        from hub.users.verification import ticks, words  # noqa: F401 - names its actions

        checks.connect()
        receivers.connect()
        recorded.connect()
        verification.connect()
        register_tick("users.remind_of_verification", ticks.remind)
