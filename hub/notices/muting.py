"""Which notices are about something that their reader muted: a thing, or what it lies in."""

from collections.abc import Collection, Iterable

from django.db.models import Q

from hub.notices.models import Mute, Notice
from hub.notices.offers import offer_of


def about_muted(kind: str, object_ids: Collection[int]) -> Q:
    """Notices about these things or about what lies in them."""
    wanted = Q(kind=kind, object_id__in=list(object_ids))
    offer = offer_of(kind)
    if offer and offer.holds:
        inside, things = offer.holds
        wanted |= Q(kind=inside, object_id__in=things(object_ids).values("pk"))
    return wanted


def without_muted(person_id: int, notices: Iterable[Notice]) -> list[Notice]:
    """One query where nothing is muted, else two."""
    rows = list(notices)
    muted: dict[str, list[int]] = {}
    for kind, object_id in Mute.objects.filter(person_id=person_id).values_list(
        "kind", "object_id"
    ):
        muted.setdefault(kind, []).append(object_id)
    if not muted or not rows:
        return rows
    wanted = Q()
    for kind, ids in muted.items():
        wanted |= about_muted(kind, ids)
    mine = Notice.objects.filter(pk__in=[notice.pk for notice in rows])
    silent = set(mine.filter(wanted).values_list("pk", flat=True))
    return [notice for notice in rows if notice.pk not in silent]
