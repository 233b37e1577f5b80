"""The sweep that makes the vectors of entries. Safe to run twice, at once, and after a kill."""

import time
from pathlib import Path

from django.conf import settings
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from hub.notices.tasks import enqueue
from search.meaning.current import model
from search.meaning.folder import ModelError, read_folder
from search.meaning.vectors import batches_lacking, embed, lacking
from search.models import EntryVector

# Mails wait on the same queue: a run comes after them, is short, and another takes over.
MOST_SECONDS = 30.0
AFTER_OTHERS = -50


@task(priority=AFTER_OTHERS)
def embed_entries() -> int:
    """Makes what is missing for half a minute; returns how many entries it looked at."""
    current = model()
    if current is None:
        return 0
    started, done = time.monotonic(), 0
    for batch in batches_lacking(current.fingerprint):
        embed(batch, current)
        done += len(batch)
        if time.monotonic() - started > MOST_SECONDS:
            start()
            break
    return done


def start() -> None:
    """Queues the sweep, unless it already waits there."""
    waiting = DBTaskResult.objects.filter(
        task_path=embed_entries.module_path, status=TaskResultStatus.READY
    )
    if not waiting.exists():
        enqueue(embed_entries)


def keep_up() -> str:
    """Starts the sweep where an entry lacks vectors, and forgets all where meaning is off."""
    folder = settings.SEMANTIC_MODEL_DIR
    if not folder:
        gone, _ = EntryVector.objects.all().delete()
        return f"off, {gone} deleted"
    try:
        fingerprint = read_folder(Path(folder)).fingerprint
    except ModelError as error:
        return f"off: {error}"
    missing = lacking(fingerprint).count()
    if missing:
        start()
    return f"{missing} waiting"
