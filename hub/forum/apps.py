from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForumConfig(AppConfig):
    name = "hub.forum"
    verbose_name = _("Forum")

    def ready(self) -> None:
        from wagtail.signals import page_published

        from hub.core.ticks import register_tick
        from hub.forum import following, telling
        from hub.forum.models.knowledge import thanked_by
        from hub.forum.receivers import page_published_first
        from hub.forum.services.alarming import pass_alarms_on
        from hub.forum.services.waiting import look_after_questions
        from hub.pages.thanks import register_thanks

        following.offer()
        register_thanks(thanked_by)
        page_published.connect(page_published_first, dispatch_uid="forum.page_published_first")
        register_tick("forum.pass_alarms_on", pass_alarms_on)
        register_tick("forum.tell_followers", telling.start_telling)
        register_tick("forum.look_after_questions", look_after_questions)
