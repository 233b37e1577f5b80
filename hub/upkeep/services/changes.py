"""A page changed what people should do: who follows it is told, what rests on it is out of date."""

import datetime
from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from hub.notices.enums import Category
from hub.notices.models import Subscription
from hub.notices.services import notify
from hub.notices.tasks import enqueue
from hub.pages.enums import Significance
from hub.pages.kinds import kinds_of_pages
from hub.pages.models import Citation, HubPage
from hub.upkeep.enums import Tie, Why
from hub.upkeep.models import Affected, Change
from hub.upkeep.telling import tell_keepers

# An older note was written when its reader was told in another way, or never will be news again.
NEWS = datetime.timedelta(days=30)
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
        note = f"withdrawn {page.withdrawn_on}"
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
    """Once for each note. Costs a few queries for each kind of page that rests on this one.

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
    resting = Citation.objects.pointing_at(page)
    for kind in kinds_of_pages():
        ids = resting.filter(source_kind=kind.name).values_list("source_id", flat=True)
        add_affected(change, kind.model, {*ids} - {page.pk}, Tie.RESTS_ON)
    translations = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    others = translations.filter(alias_of=None).values_list("pk", flat=True)
    add_affected(change, type(page), {*others}, Tie.TRANSLATION)
    if change.affected.exists():
        enqueue(tell_keepers)


def add_affected(change: Change, model: type[HubPage], ids: set[int], tie: Tie) -> None:
    """The earliest change that nobody has dealt with is the one that readers are told of."""
    known = model.objects.filter(pk__in=ids)
    Affected.objects.bulk_create(
        [Affected(change=change, page_id=pk, tie=tie) for pk in known.values_list("pk", flat=True)],
        ignore_conflicts=True,
    )
    known.filter(changed_below_on=None).update(changed_below_on=timezone.localdate(change.at))
