"""What trainers may do in the CMS. Safe to run any number of times."""

from django.contrib.auth.models import Permission

from hub.access.enums import Role
from hub.access.groups import group_for_role

WRITERS = (Role.AUTHOR, Role.TRAINER)
CODENAMES = ("add_question", "change_question", "add_quiz", "change_quiz")


def seed_permissions() -> None:
    permissions = Permission.objects.filter(
        content_type__app_label="courses", codename__in=CODENAMES
    )
    for role in WRITERS:
        group_for_role(role, str(role.label)).permissions.add(*permissions)
