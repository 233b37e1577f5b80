"""What trainers may do in the CMS. Safe to run any number of times."""

from collections.abc import Sequence

from django.contrib.auth.models import Permission

from hub.access.enums import Role
from hub.access.groups import group_for_role

WRITERS = (Role.AUTHOR, Role.TRAINER)
CODENAMES = ("add_question", "change_question", "add_quiz", "change_quiz")
# Who has longer or is certified is about people: for those who teach them, not for those who write.
ABOUT_PEOPLE = (
    "add_extratime",
    "change_extratime",
    "delete_extratime",
    "view_extratime",
    "change_certificate",
    "view_certificate",
    "add_workshop",
    "change_workshop",
    "view_workshop",
)


def seed_permissions() -> None:
    for role in WRITERS:
        permit(role, CODENAMES)
    permit(Role.TRAINER, ABOUT_PEOPLE)


def permit(role: Role, codenames: Sequence[str]) -> None:
    permissions = Permission.objects.filter(
        content_type__app_label="courses", codename__in=codenames
    )
    group_for_role(role, str(role.label)).permissions.add(*permissions)
