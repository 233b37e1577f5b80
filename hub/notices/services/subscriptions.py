from django.db import transaction

from hub.notices.models import Notice, Subscription
from hub.users.models import User


def subscribe(*, person: User, kind: str, object_id: int) -> Subscription:
    """Follows a thing; someone who follows it already keeps their row."""
    row, _ = Subscription.objects.get_or_create(person=person, kind=kind, object_id=object_id)
    return row


@transaction.atomic
def unsubscribe(*, person_id: int, kind: str, object_id: int) -> bool:
    """Stops following, and mail that it would still bring; says whether they followed."""
    waiting = Notice.objects.brought_by(kind, object_id).filter(person_id=person_id).to_mail()
    waiting.update(email_due_at=None)
    gone, _ = Subscription.objects.of(kind, object_id).filter(person_id=person_id).delete()
    return bool(gone)
