from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from hub.notices.models import Notice
from hub.notices.sending import send_due_notices
from hub.notices.tasks import enqueue


@transaction.atomic
def notify(
    *,
    people: Iterable[int],
    text: str,
    url: str,
    kind: str = "",
    object_id: int | None = None,
    at: datetime | None = None,
    email: bool = True,
) -> list[Notice]:
    """Tells people, named by id, in the caller's transaction: a rollback leaves no notice.

    Two writes and one task whatever the number of people. Whether they may read the thing is
    decided when the notice is shown and when the email is sent.
    """
    moment = at or timezone.now()
    notices = Notice.objects.bulk_create(
        Notice(
            person_id=person_id,
            text=text[:300],
            url=url,
            kind=kind,
            object_id=object_id,
            created_at=moment,
            email_due_at=moment if email else None,
        )
        for person_id in dict.fromkeys(people)
    )
    if notices and email:
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


def mark_all_read(*, person_id: int) -> int:
    return Notice.objects.filter(person_id=person_id).unread().update(read_at=timezone.now())
