"""How an example stands. Run these in the transaction that changes it."""

from datetime import datetime

from django.utils.translation import gettext as _

from hub.sharing.enums import Status
from hub.sharing.models import SharedExample
from hub.sharing.overtaken import Overtaken


def locked(example: SharedExample) -> SharedExample:
    """The stored row, which nobody else changes meanwhile. Raises Overtaken where it is gone."""
    row = SharedExample.objects.select_for_update().filter(pk=example.pk).first()
    if row is None:
        raise Overtaken(_("This example was deleted meanwhile."))
    return row


def locked_to_change(example: SharedExample) -> SharedExample:
    """The stored row, for its author. Raises Overtaken while it isn't theirs to change."""
    row = locked(example)
    if not row.is_with_author:
        raise Overtaken(_("This example is with the reviewers by now. Nothing was changed."))
    return row


def touch(row: SharedExample, moment: datetime) -> None:
    """Counts a change. A warning that it was left alone is then void."""
    row.version += 1
    row.changed_at, row.warned_at = moment, None


def move(row: SharedExample, status: Status, moment: datetime) -> None:
    touch(row, moment)
    row.status, row.status_since = status, moment
    row.save()
