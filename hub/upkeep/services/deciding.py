"""A ripple is closed thing by thing, each by somebody who says what they found."""

from django.db import transaction
from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from hub.access.services import record_audit
from hub.upkeep.enums import Outcome
from hub.upkeep.models import Affected, Change
from hub.upkeep.resting import restings
from hub.users.models import User


@transaction.atomic
def decide(*, rows: QuerySet[Affected], outcome: Outcome, by: User, note: str = "") -> int:
    """Closes what is open among these of one thing that isn't a page. How many that were."""
    waiting = rows.open().near()
    subjects = {f"{row.kind} {row.object_id}" for row in waiting}
    closed = close(waiting, outcome, by=by, note=note)
    for subject in subjects:
        record_audit(action="upkeep.decided", subject=subject, person_id=by.pk)
    return closed


def close(
    rows: QuerySet[Affected], outcome: Outcome, *, by: User | None = None, note: str = ""
) -> int:
    """For the transaction that decides. Nobody is warned of a thing once nothing of it is open."""
    closing = list(rows.select_for_update(of=("self",)))
    Affected.objects.filter(pk__in=[row.pk for row in closing]).update(
        closed_at=timezone.now(), closed_by=by, outcome=outcome, note=note[:300]
    )
    for kind, pk in {(row.kind, row.object_id) for row in closing}:
        release(kind, pk)
    for change_id in {row.change_id for row in closing}:
        finish(change_id)
    return len(closing)


def release(kind: str, object_id: int) -> None:
    """Takes the warning off, unless something else below it is still open."""
    resting = restings().get(kind)
    if resting and not Affected.objects.open().near().of(kind, object_id).exists():
        resting.warn([object_id], None)


def end_changes(changes: QuerySet[Change]) -> None:
    """What happened holds no more: nothing has to follow it, and it may happen again."""
    close(Affected.objects.open().near().filter(change__in=changes), Outcome.ENDED)
    changes.update(note=Concat(Value("ended "), Cast("pk", CharField())))


@transaction.atomic
def forget(*, kind: str, object_id: int) -> None:
    """For a thing that is deleted: nobody has to decide on it any more."""
    rows = Affected.objects.of(kind, object_id)
    changes = set(rows.values_list("change_id", flat=True))
    rows.delete()
    for change_id in changes:
        finish(change_id)


def finish(change_id: int) -> None:
    """With the near ones dealt with, what rests on those has a ripple of its own or none."""
    of_change = Affected.objects.open().filter(change=change_id)
    if not of_change.near().exists():
        of_change.update(closed_at=timezone.now(), outcome=Outcome.LEFT)
