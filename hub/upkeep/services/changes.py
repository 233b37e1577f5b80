"""A page changed what people should do: who follows it is told, what rests on it is out of date."""

import datetime
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from hub.core.batches import BATCH
from hub.notices.enums import Category
from hub.notices.models import Subscription
from hub.notices.services import notify
from hub.notices.tasks import enqueue
from hub.pages.enums import Significance
from hub.pages.kinds import kinds_of_pages
from hub.pages.models import HubPage
from hub.upkeep.dependants import Dependant, dependants_of
from hub.upkeep.enums import Tie, Why
from hub.upkeep.models import Affected, Change
from hub.upkeep.resting import restings
from hub.upkeep.telling import tell_keepers

# An older note was written when its reader was told in another way, or never will be news again.
NEWS = datetime.timedelta(days=30)
WITHDRAWN = "withdrawn"
TOLD = {
    Why.CHANGED: _("Changed: %(title)s"),
    Why.WITHDRAWN: _("Withdrawn: %(title)s"),
    Why.MERGED: _("Moved into another page: %(title)s"),
}


def take_up_changes(page: HubPage) -> None:
    """Whatever a published page says of itself that nobody was told of yet. Safe to run again."""
    for note, text in major_notes(page):
        open_change(page=page, why=Why.CHANGED, note=note, text=text)
    if page.withdrawn_on:
        note = f"{WITHDRAWN} {page.withdrawn_on}"
        open_change(page=page, why=Why.WITHDRAWN, note=note, text=page.withdrawn_because)


def major_notes(page: HubPage) -> Iterator[tuple[str, str]]:
    """The id and the words of each major change of late."""
    since = timezone.localdate() - NEWS
    for note in page.change_notes:
        value = note.value
        if value["significance"] == Significance.MAJOR and value["date"] and value["date"] >= since:
            yield note.id, value["text"]


@transaction.atomic
def open_change(
    *, page: HubPage, why: Why, note: str, text: str, instead: HubPage | None = None
) -> Change:
    """Once for each note. Costs some queries for each kind of thing that rests on this one.

    `instead` is the page to which its followers are led where this one is taken away.
    """
    change, is_new = Change.objects.get_or_create(
        page_id=page.pk, note=note, defaults={"why": why, "text": text[:300]}
    )
    if is_new:
        tell_followers(page, change, instead or page)
        mark_affected(page, change)
    return change


def tell_followers(page: HubPage, change: Change, led_to: HubPage) -> None:
    """The note's words stay in the hub; the mail holds the title, to those who may read it."""
    notify(
        people=Subscription.objects.of(page.kind_name, page.pk).values_list("person_id", flat=True),
        category=Category.FOLLOWED,
        text=TOLD[Why(change.why)] % {"title": page.title},
        detail=change.text,
        url=led_to.url or "/",
        kind=led_to.kind_name,
        object_id=led_to.pk,
        key=f"change-{change.pk}",
    )


def mark_affected(page: HubPage, change: Change) -> None:
    """Everything that rests on it, near and far; of the near ones, readers are warned."""
    known = restings()
    found = [one for one in dependants_of(page) if one.kind in known]
    add_affected(change, found, Tie.RESTS_ON)
    others = translations_of(page).values_list("pk", flat=True)
    add_affected(change, [Dependant(page.kind_name, pk, 1) for pk in others], Tie.TRANSLATION)
    for kind, resting in known.items():
        near = change.affected.near().filter(kind=kind).values_list("object_id", flat=True)
        if ids := set(near):
            resting.warn(ids, timezone.localdate(change.at))
    if change.affected.exists():
        enqueue(tell_keepers)


def translations_of(page: HubPage) -> PageQuerySet:
    """Aliases have no text of their own."""
    same = Page.objects.filter(translation_key=page.translation_key)
    return same.exclude(pk=page.pk).filter(alias_of=None)


def add_affected(change: Change, found: Iterable[Dependant], tie: Tie) -> None:
    pages = {kind.name for kind in kinds_of_pages()}
    Affected.objects.bulk_create(
        [
            Affected(
                change=change,
                kind=one.kind,
                object_id=one.object_id,
                page_id=one.object_id if one.kind in pages else None,
                step=one.step,
                tie=tie,
            )
            for one in found
        ],
        ignore_conflicts=True,
        batch_size=BATCH,
    )
