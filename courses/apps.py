from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from hub.core.seeding import seed_after_migrate


class CoursesConfig(AppConfig):
    name = "courses"
    verbose_name = _("Courses")

    def ready(self) -> None:
        from courses import seed

        seed_after_migrate(seed.seed_permissions, "courses.permissions")
