from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from hub.access.enums import Marking
from hub.access.models import AccessRule
from hub.access.rules import EVERYONE, Rule
from hub.access.services import record_audit
from hub.forum.enums import SpaceIcon
from hub.forum.markdown import render_markdown
from hub.forum.models import HouseRules, Space, SpaceModerator
from hub.taxonomy.models import AgencyType, Area, Theme
from hub.users.models import User


@transaction.atomic
def save_space(
    *,
    slug: str,
    name: str,
    description: str = "",
    order: int = 0,
    icon: str = SpaceIcon.TALK,
    rule: Rule = EVERYONE,
    marking: Marking = Marking.OFFICIAL,
    rules: str = "",
    theme: Theme | None = None,
    area: Area | None = None,
    agency_type: AgencyType | None = None,
) -> Space:
    """Makes the space of that slug, or changes it to this. `rule` says nothing of the marking."""
    space = Space.objects.filter(slug=slug).first() or Space(slug=slug)
    space.name, space.description, space.order, space.icon = name, description, order, icon
    space.marking, space.rules = marking, rules
    space.theme, space.area, space.agency_type = theme, area, agency_type
    space.access_rule = AccessRule.objects.for_rule(rule) if rule != EVERYONE else None
    space.save()
    return space


@transaction.atomic
def set_moderators(*, space: Space, people: Collection[User], by: User | None = None) -> None:
    """Makes these people the moderators of the space, and nobody else. A change is recorded."""
    wanted = {person.pk for person in people}
    held = set(space.moderators.values_list("person_id", flat=True))
    if wanted == held:
        return
    space.moderators.exclude(person__in=wanted).delete()
    SpaceModerator.objects.bulk_create(
        SpaceModerator(space=space, person_id=pk) for pk in sorted(wanted - held)
    )
    record_audit(
        action="forum.moderators_chosen",
        subject=f"space {space.pk}",
        person_id=by.pk if by else None,
    )


@transaction.atomic
def set_house_rules(*, body: str, at: datetime | None = None) -> HouseRules:
    """Makes this Markdown the house rules; the same text again changes nothing."""
    current = HouseRules.objects.first()
    if current and current.body == body:
        return current
    return HouseRules.objects.create(
        body=body, html=render_markdown(body), written_at=at or timezone.now()
    )
