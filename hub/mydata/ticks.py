"""Scheduled work of this app."""

from django.utils import timezone

from hub.mydata.ledger import write_out
from hub.mydata.making import make_copies
from hub.mydata.models import DataCopy
from hub.mydata.services import purge_due
from hub.notices.tasks import enqueue

# Few people write at this hour of London's night.
HOUR = 2


def start_copying() -> str:
    """Starts the sweep again where copies wait, such as after a worker was killed."""
    waiting = DataCopy.objects.due(timezone.now()).count()
    if waiting:
        enqueue(make_copies)
    return f"{waiting} waiting"


def write_ledger() -> str:
    return f"{write_out()} written"


def purge_nightly() -> str:
    now = timezone.now()
    local = timezone.localtime(now)
    if local.hour < HOUR:
        return "not yet"
    deleted = purge_due(day=local.date(), now=now)
    return "done today" if deleted is None else f"{deleted} deleted"
