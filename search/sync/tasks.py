"""Tells an outside engine of changes, some moments after they were made."""

from datetime import timedelta

from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from hub.notices.tasks import enqueue
from search.engines.current import outside
from search.models import Entry, Removal

# Read in where it is used, like the engine itself.
SHIP = "search.sync.shipping.ship_or_try_later"
PAUSE = timedelta(seconds=10)


@task()
def ship_entries() -> None:
    """Ships what an outside engine lacks; nothing where there is none."""
    if outside():
        import_string(SHIP)()


def something_to_ship() -> bool:
    """Two queries over indexes that are nearly empty."""
    return Entry.objects.unsynced().exists() or Removal.objects.exists()


def call_for_shipping() -> None:
    """Queues the sweep in the caller's transaction, where there is something to tell."""
    if outside() and something_to_ship():
        enqueue(ship_entries)


def call_again() -> None:
    """Queues the sweep for ten seconds from now, unless it is queued already."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    if not waiting.filter(task_path=ship_entries.module_path).exists():
        ship_entries.using(run_after=timezone.now() + PAUSE).enqueue()
