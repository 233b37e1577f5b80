from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from hub.core.seeding import seed_after_migrate


class CoursesConfig(AppConfig):
    name = "courses"
    verbose_name = _("Courses")

    def ready(self) -> None:
        from courses import receivers, seed
        from courses.services.asking import ask_after_three_months
        from courses.services.attempts import hand_in_late_attempts
        from courses.services.reminding import remind_of_what_is_asked
        from courses.ticks import (
            issue_what_waits,
            remind_of_certificates,
            remind_of_workshops,
            tell_of_weekly_questions,
        )
        from hub.core.ticks import register_tick

        receivers.connect()
        register_tick("courses.hand_in_late_attempts", hand_in_late_attempts)
        register_tick("courses.remind_of_certificates", remind_of_certificates)
        register_tick("courses.remind_of_what_is_asked", remind_of_what_is_asked)
        register_tick("courses.remind_of_workshops", remind_of_workshops)
        register_tick("courses.issue_what_waits", issue_what_waits)
        register_tick("courses.ask_after_three_months", ask_after_three_months)
        register_tick("courses.tell_of_weekly_questions", tell_of_weekly_questions)
        seed_after_migrate(seed.seed_permissions, "courses.permissions")
