"""Drafts that nobody has touched for long: their authors are warned before they go."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.notices.enums import Category
from hub.notices.services import notify
from hub.sharing.models import SharedExample
from hub.sharing.services.telling import SERIES

WARNED_BEFORE = timedelta(days=30)


def warn_of_old_drafts(now: datetime | None = None) -> str:
    """Tells each author once, until they touch the draft again."""
    moment = now or timezone.now()
    kept = timedelta(days=settings.RETENTION_DAYS["shared_examples"])
    old = SharedExample.objects.with_author().untouched_since(moment - kept + WARNED_BEFORE)
    ids = list(old.filter(warned_at=None).values_list("pk", flat=True))
    return f"{sum(warn(pk, moment) for pk in ids)} warned"


@transaction.atomic
def warn(example_id: int, moment: datetime) -> bool:
    """Whether it was this call that warned."""
    due = SharedExample.objects.with_author().filter(pk=example_id, warned_at=None)
    if not due.update(warned_at=moment):
        return False
    example = SharedExample.objects.get(pk=example_id)
    notify(
        people=[example.author_id],
        category=Category.TASK,
        text=_("A practice example that you began is deleted in a month unless you go on with it"),
        detail=example.title,
        url=example.get_absolute_url(),
        kind=SERIES,
        object_id=example.pk,
    )
    return True
