from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForumConfig(AppConfig):
    name = "hub.forum"
    verbose_name = _("Forum")

    def ready(self) -> None:
        from hub.core.ticks import register_tick
        from hub.forum.services.waiting import look_after_questions

        register_tick("forum.look_after_questions", look_after_questions)
