from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UsersConfig(AppConfig):
    name = "hub.users"
    verbose_name = _("People")

    def ready(self) -> None:
        from hub.users import checks, receivers, recorded
        from hub.users.verification import receivers as verification
        from hub.users.verification import words  # noqa: F401 - names its actions

        checks.connect()
        receivers.connect()
        recorded.connect()
        verification.connect()
