from collections.abc import Iterable

from django.db import transaction

from hub.access.services import record_audit
from hub.mydata.making import FOLDER, make_copies
from hub.mydata.models import DataCopy
from hub.notices.tasks import enqueue
from hub.users.models import User


@transaction.atomic
def ask_for_copy(*, person: User) -> DataCopy:
    """Puts a copy of the person's data on the way; one that is under way is returned as it is."""
    copy, new = DataCopy.objects.get_or_create(person=person, made_at=None)
    if new:
        record_audit(action="copy.asked", subject=f"copy {copy.pk}", person_id=person.pk)
        enqueue(make_copies)
    return copy


def drop_copies(*, copies: Iterable[DataCopy]) -> int:
    """Deletes files, then rows: what a kill leaves behind is found by its row and dropped again."""
    gone = 0
    for copy in copies:
        for name in files_of(copy):
            copy.file.storage.delete(name)
        copy.delete()
        gone += 1
    return gone


def files_of(copy: DataCopy) -> list[str]:
    """What lies in the folder for this copy, what a cut-off run left there included."""
    try:
        _, names = copy.file.storage.listdir(FOLDER)
    except FileNotFoundError:
        return []
    return [f"{FOLDER}/{name}" for name in names if name.startswith(copy.code)]
