from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import Group

from hub.groups.enums import Joining
from hub.groups.models import WorkingGroup
from hub.groups.services import start_group
from hub.groups.services.places import give_place
from hub.users.models import User


def load_working_groups(rows: list[dict[str, Any]], people: Mapping[str, User]) -> dict[str, Group]:
    """The groups by key, started by their owner where they are missing."""
    return {row["key"]: ensure_group(row, people).group for row in rows}


def ensure_group(row: dict[str, Any], people: Mapping[str, User]) -> WorkingGroup:
    """Found again by name. People who have left stay away: only a new group is filled."""
    found = WorkingGroup.objects.filter(name=row["name"]).first()
    if found:
        return found
    owner = people[row["owner"]]
    group = start_group(
        by=owner,
        name=row["name"],
        purpose=row["purpose"],
        joining=Joining(row["joining"]),
        practitioners_only=row.get("practitioners_only", False),
        is_private=row.get("is_private", False),
        is_sensitive=row.get("is_sensitive", False),
    )
    for key in row["members"]:
        give_place(group=group, person=people[key], by=owner)
    return group
