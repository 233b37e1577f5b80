from django.db import transaction

from hub.notices.models import Mute, Notice
from hub.notices.muting import about_muted
from hub.users.models import User


@transaction.atomic
def mute(*, person: User, kind: str, object_id: int) -> Mute:
    """Nothing of it from now on, and no mail that was still to come. What is followed stays so."""
    row, _ = Mute.objects.get_or_create(person=person, kind=kind, object_id=object_id)
    waiting = Notice.objects.filter(person=person).to_mail()
    waiting.filter(about_muted(kind, [object_id])).update(email_due_at=None)
    return row


def unmute(*, person_id: int, kind: str, object_id: int) -> bool:
    """What came meanwhile isn't told of afterwards; says whether it was muted."""
    gone, _ = Mute.objects.of(kind, object_id).filter(person_id=person_id).delete()
    return bool(gone)
