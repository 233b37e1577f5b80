"""Scheduled work of this app."""

from django.utils import timezone

from hub.notices.models import Notice
from hub.notices.sending import send_due_notices
from hub.notices.tasks import enqueue, requeue_stuck


def reset_stuck_tasks() -> str:
    """Puts tasks of killed workers back on the queue."""
    return f"{requeue_stuck(timezone.now())} put back"


def start_sending() -> str:
    """Starts the sweep again where emails wait, such as after the mail server was away."""
    waiting = Notice.objects.due(timezone.now()).count()
    if waiting:
        enqueue(send_due_notices)
    return f"{waiting} waiting"
