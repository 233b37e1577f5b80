"""What this app keeps of people: notices, mails and choices, what they follow, queued work."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from hub.access.enums import Basis, Ending
from hub.access.personal_data import Held, PersonalRecord, Row, declare, delete_batch
from hub.access.readers import reader_for
from hub.notices.models import FeedKey, Mail, Mute, Notice, NoticeChoices, Subscription
from hub.notices.readable import with_readability

SHOWN = ("category", "text", "detail", "url", "created_at", "read_at", "emailed_at")
MAIL_SHOWN = ("made_at", "sent_at", "is_round_up")


def notices_of(person: AbstractBaseUser) -> Iterator[Row]:
    """Without the words of those about things that the person may no longer read."""
    rows = Notice.objects.filter(person_id=person.pk).order_by("pk")
    for notice, readable in with_readability(rows, reader_for(person)):
        row = {name: getattr(notice, name) for name in SHOWN}
        yield row if readable else {**row, "text": "", "detail": "", "url": ""}
    yield from Mail.objects.filter(person_id=person.pk).order_by("pk").values(*MAIL_SHOWN)


def purge_notices(before: datetime) -> int:
    """Read notices, and then the record of mails that tell of none any more."""
    empty = Mail.objects.filter(due_at=None, made_at__lt=before, notices=None)
    return delete_batch(Notice.objects.filter(read_at__lt=before)) or delete_batch(empty)


def purge_task_results(before: datetime) -> int:
    return delete_batch(DBTaskResult.objects.filter(finished_at__lt=before))


declare(
    PersonalRecord(
        name="notices",
        label=_("Notices"),
        why=_("To tell you what happened in the things that you follow."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Mail, ("person",), MAIL_SHOWN), Held(Notice, ("person",), SHOWN)),
        take=notices_of,
        ending=Ending.DELETED,
        kept="notices",
        purge=purge_notices,
    )
)
declare(
    PersonalRecord(
        name="notice_choices",
        label=_("Choices of emails"),
        why=_("To write to you as much, and when, as you wish."),
        basis=Basis.CONSENT,
        holds=(
            Held(
                NoticeChoices,
                ("person",),
                (
                    "reply",
                    "task",
                    "followed",
                    "news",
                    "survey",
                    "weekly_day",
                    "quiet_from",
                    "quiet_until",
                    "mails_overflow",
                ),
            ),
        ),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="subscriptions",
        label=_("What you follow"),
        why=_("To know what you want to be told of."),
        basis=Basis.CONSENT,
        holds=(Held(Subscription, ("person",), ("kind", "object_id", "created_at")),),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="mutes",
        label=_("What you muted"),
        why=_("To know what you don't want to be told of."),
        basis=Basis.CONSENT,
        holds=(Held(Mute, ("person",), ("kind", "object_id", "created_at")),),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="feed_keys",
        label=_("Key of your private feeds"),
        why=_("So that your feed reader gets what you may read."),
        basis=Basis.CONSENT,
        holds=(Held(FeedKey, ("person",), ("made_at",)),),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="task_results",
        label=_("Work on the queue"),
        why=_("To see that emails and other work were done. It names numbers of rows, no people."),
        basis=Basis.LEGITIMATE_INTERESTS,
        holds=(Held(DBTaskResult),),
        ending=Ending.STAYS,
        because=_("It goes by itself after the time that the data inventory states."),
        kept="task_results",
        purge=purge_task_results,
    )
)
