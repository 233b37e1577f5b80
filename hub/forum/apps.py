from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForumConfig(AppConfig):
    name = "hub.forum"
    verbose_name = _("Forum")

    def ready(self) -> None:
        from hub.core.ticks import register_tick
        from hub.forum import following, telling
        from hub.forum.services.waiting import look_after_questions

        following.offer()
        register_tick("forum.tell_followers", telling.start_telling)
        register_tick("forum.look_after_questions", look_after_questions)
