"""What editors may do about searches in the CMS. Safe to run any number of times."""

from django.contrib.auth.models import Permission

from hub.access.enums import Role
from hub.access.groups import group_for_role

EDITORS = (Role.AUTHOR, Role.REVIEWER)
CODENAMES = (
    "add_contentrequest",
    "change_contentrequest",
    "add_judgedquery",
    "change_judgedquery",
    "delete_judgedquery",
)


def seed_permissions() -> None:
    permissions = Permission.objects.filter(
        content_type__app_label="search", codename__in=CODENAMES
    )
    for role in EDITORS:
        group_for_role(role, str(role.label)).permissions.add(*permissions)
