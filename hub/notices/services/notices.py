from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from hub.notices.enums import Category
from hub.notices.models import Notice
from hub.notices.planning import NO_MAIL, choices_of, plan_for
from hub.notices.sending import send_due_notices
from hub.notices.tasks import enqueue
from hub.users.models import User


@transaction.atomic
def notify(
    *,
    people: Iterable[int],
    category: Category,
    text: str,
    url: str,
    kind: str = "",
    object_id: int | None = None,
    detail: str = "",
    followed: tuple[str, int] | None = None,
    key: str = "",
    at: datetime | None = None,
    email: bool = True,
) -> list[Notice]:
    """Tells people, named by id, in the caller's transaction: a rollback leaves no notice.

    One query, two writes and one task whatever the number of people; people who left are told
    nothing. The category and what each of them chose say how soon mail tells of it. Whether they
    may read the thing is decided when the notice is shown and when the mail is sent. `detail` is
    for what somebody wrote, such as a reason: it's shown in the hub and never mailed.

    A notice about a thing, by `kind` and `object_id`, goes to people who follow it, or else comes
    again to those who stop following: the one click in its mail does just that. `followed` names
    what the people follow where it's another thing: the click then ends that. With a `key` nobody
    is told twice of the same, however often this runs.
    """
    moment = at or timezone.now()
    ids = list(dict.fromkeys(people))
    found = User.objects.filter(is_active=True).select_related("notice_choices").in_bulk(ids)
    notices = []
    for person in (found[pk] for pk in ids if pk in found):
        plan = plan_for(choices_of(person), category, moment) if email else NO_MAIL
        notices.append(
            Notice(
                person=person,
                category=category,
                text=text[:300],
                detail=detail[:300],
                url=url,
                kind=kind,
                object_id=object_id,
                followed_kind=followed[0] if followed else "",
                followed_id=followed[1] if followed else None,
                key=key,
                created_at=moment,
                rhythm=plan.rhythm,
                email_due_at=plan.due_at,
            )
        )
    Notice.objects.bulk_create(notices, ignore_conflicts=bool(key))
    if any(n.email_due_at and n.email_due_at <= moment for n in notices):
        enqueue(send_due_notices)
    return notices


def withdraw_notices(*, kind: str, object_id: int, url: str) -> int:
    """Takes back what nobody has read or been sent, when what it points at is hidden."""
    gone, _ = Notice.objects.about(kind, object_id).filter(url=url).not_yet_told().delete()
    return gone


def mark_read(*, notice: Notice) -> Notice:
    if notice.read_at is None:
        notice.read_at = timezone.now()
        notice.save(update_fields=["read_at"])
    return notice


def mark_seen(*, person_id: int, kind: str, object_id: int, urls: Iterable[str]) -> int:
    """Marks as read what somebody has just seen of a thing, by the addresses that stood there."""
    mine = Notice.objects.about(kind, object_id).filter(person_id=person_id, url__in=list(urls))
    return mine.unread().update(read_at=timezone.now())


def mark_all_read(*, person_id: int) -> int:
    return Notice.objects.filter(person_id=person_id).unread().update(read_at=timezone.now())
