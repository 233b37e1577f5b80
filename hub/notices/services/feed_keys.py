from django.db import transaction
from django.utils import timezone

from hub.access.services import record_audit
from hub.notices.models import FeedKey
from hub.notices.models.feed_key import new_seed
from hub.users.models import User


@transaction.atomic
def renew_feed_key(*, person: User) -> FeedKey:
    """A first key, or another in place of the one there was: its addresses open nothing more."""
    key, _ = FeedKey.objects.update_or_create(
        person=person, defaults={"seed": new_seed(), "made_at": timezone.now()}
    )
    record_audit(action="feed_key.made", subject=f"person {person.pk}", person_id=person.pk)
    return key


@transaction.atomic
def revoke_feed_key(*, person: User) -> bool:
    """Ends every private feed of a person; says whether there was a key."""
    gone, _ = FeedKey.objects.filter(person=person).delete()
    if gone:
        record_audit(action="feed_key.revoked", subject=f"person {person.pk}", person_id=person.pk)
    return bool(gone)
