"""Whoever keeps pages that rest on what changed is told: once for each change, with the number."""

from collections import Counter

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django_tasks import task

from hub.notices.enums import Category
from hub.notices.services import notify
from hub.upkeep.models import Affected
from hub.upkeep.resting import restings

AT_ONCE = 200
RIPPLE = "cms_ripple"


@task()
def tell_keepers() -> int:
    """Sweeps up what nobody was told of; safe to run twice. How many pages it was about."""
    done = 0
    while some := tell_some():
        done += some
    return done


@transaction.atomic
def tell_some() -> int:
    """Of one change at a time. The notices name no page: their reader may lose sight of it."""
    untold = Affected.objects.untold().select_for_update(of=("self",), skip_locked=True)
    first = untold.order_by("change_id").first()
    if first is None:
        return 0
    rows = list(untold.filter(change=first.change_id)[:AT_ONCE])
    known = restings()
    counts: Counter[int] = Counter()
    for row in rows:
        if row.kind in known:
            counts.update(person.pk for person in known[row.kind].keepers(row.object_id))
    for person, number in counts.items():
        notify(
            people=[person],
            category=Category.TASK,
            text=ngettext(
                "Something changed that a page or question of yours rests on",
                "Something changed that %(count)d pages and questions of yours rest on",
                number,
            )
            % {"count": number},
            url=reverse(RIPPLE, args=[first.change_id]),
            key=f"affected-{first.change_id}-{rows[0].pk}",
        )
    Affected.objects.filter(pk__in=[row.pk for row in rows]).update(told_at=timezone.now())
    return len(rows)
