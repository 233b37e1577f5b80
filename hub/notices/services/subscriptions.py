from hub.notices.models import Subscription
from hub.users.models import User


def subscribe(*, person: User, kind: str, object_id: int) -> Subscription:
    """Follows a thing; someone who follows it already keeps their row."""
    row, _ = Subscription.objects.get_or_create(person=person, kind=kind, object_id=object_id)
    return row


def unsubscribe(*, person_id: int, kind: str, object_id: int) -> bool:
    """Stops following; says whether there was anything to stop."""
    gone, _ = Subscription.objects.of(kind, object_id).filter(person_id=person_id).delete()
    return bool(gone)
