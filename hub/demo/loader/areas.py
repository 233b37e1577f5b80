"""What demonstration areas say is in place, stated by their leads on the days that it was so."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any

from hub.interventions.conditions import Condition, Presence
from hub.interventions.models import AreaStatement
from hub.interventions.services import mark_of, state_condition
from hub.taxonomy.models import Area
from hub.users.models import User

NOON = time(12)


def load_areas(people: Mapping[str, User], content: dict[str, Any]) -> None:
    """Only for an area that has said nothing yet: what somebody stated there stands."""
    for row in content["areas"]:
        area = Area.objects.get(slug=row["area"])
        if not AreaStatement.objects.of(area).exists():
            for said in row["statements"]:
                load_statement(area, people[row["by"]], said, content["label"])


def load_statement(area: Area, by: User, said: dict[str, Any], label: str) -> None:
    condition = Condition(said["condition"])
    state_condition(
        area=area,
        condition=condition,
        presence=Presence(said["presence"]),
        note=f"{said['note']} {label}".strip(),
        as_of=said["as_of"],
        by=by,
        seen=mark_of(area, condition),
        at=datetime.combine(said["as_of"], NOON, tzinfo=UTC),
    )
