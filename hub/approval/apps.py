from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApprovalConfig(AppConfig):
    name = "hub.approval"
    verbose_name = _("Approval of pages")

    def ready(self) -> None:
        from hub.approval import mails, seed, telling
        from hub.core.seeding import seed_after_migrate
        from hub.core.ticks import register_tick

        mails.connect()
        seed_after_migrate(seed.seed_workflow, "approval.workflow")
        register_tick("approval.remind", telling.remind)
