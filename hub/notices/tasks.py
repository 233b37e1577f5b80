"""How work is put on the queue, and how work that was cut off comes back to it."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult

STUCK_AFTER = timedelta(minutes=15)


def enqueue(task: Task, **arguments: Any) -> None:
    """Queues a task that is safe to run twice.

    The database backend writes its row in the caller's transaction, so a rollback removes it. Any
    other backend may run the task on the spot, where a failure would poison that transaction, so
    it waits for the commit.
    """
    if isinstance(task.get_backend(), DatabaseBackend):
        task.enqueue(**arguments)
    else:
        transaction.on_commit(lambda: task.enqueue(**arguments))


def requeue_stuck(now: datetime) -> int:
    """Makes tasks ready again whose worker was killed: the backend itself never does."""
    stuck = DBTaskResult.objects.running().filter(started_at__lt=now - STUCK_AFTER)
    return stuck.update(status=TaskResultStatus.READY, started_at=None)
