"""What a change of law, policy or a term does to threads that name or link to it."""

import datetime
from collections.abc import Collection

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hub.access.readers import reader_for
from hub.access.registry import Card
from hub.forum.duty import moderators_of
from hub.forum.models import Thread
from hub.forum.models.moderators import moderates
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.upkeep.resting import Resting, register_resting
from hub.users.models import User

THREAD = "thread"


def warn(ids: Collection[int], day: datetime.date | None) -> None:
    """Readers see it above the posts. Who asked, and whose answer was accepted, are told once."""
    threads = Thread.objects.filter(pk__in=ids)
    if day is None:
        threads.update(changed_below_on=None)
        return
    unwarned = threads.filter(changed_below_on=None)
    fresh = list(unwarned.select_related("accepted", "space__access_rule"))
    for thread in fresh:
        people = {thread.author_id, thread.accepted.author_id if thread.accepted else None}
        notify(
            people=people - {None},
            category=Category.FOLLOWED,
            text=_("Something that a thread of yours rests on has changed"),
            detail=thread.title,
            url=thread.get_absolute_url(),
            kind=THREAD,
            object_id=thread.pk,
            key=f"changed-below-{thread.pk}-{day}",
        )
        notify(
            people=moderators_of(thread.space),
            category=Category.TASK,
            text=_("What a thread rests on has changed. Does it still hold?"),
            detail=thread.title,
            url=thread.get_absolute_url(),
            kind=THREAD,
            object_id=thread.pk,
            key=f"holds-{thread.pk}-{day}",
        )
    threads.filter(pk__in=[thread.pk for thread in fresh]).update(changed_below_on=day)


def cards(ids: Collection[int], user: User) -> dict[int, Card]:
    """Of the threads that this person moderates. Each leads to the page where that is done."""
    reader = reader_for(user)
    threads = Thread.objects.filter(pk__in=ids).visible().readable_by(reader)
    return {
        thread.pk: Card(
            kind=THREAD, title=thread.title, url=reverse("forum:holds", args=[thread.pk])
        )
        for thread in threads.select_related("space")
        if moderates(reader, thread.space)
    }


def register() -> None:
    """Moderators work in the forum: nobody is asked in the CMS."""
    register_resting(
        Resting(
            kind=THREAD,
            plural=gettext_lazy("Forum threads"),
            warn=warn,
            keepers=lambda _pk: (),
            cards=cards,
            decided_here=False,
        )
    )
