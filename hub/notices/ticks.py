"""Scheduled work of this app."""

from django.utils import timezone

from hub.notices.models import Mail, Notice
from hub.notices.sending import send_due_notices
from hub.notices.tasks import enqueue, requeue_stuck


def reset_stuck_tasks() -> str:
    """Puts tasks of killed workers back on the queue."""
    return f"{requeue_stuck(timezone.now())} put back"


def start_sending() -> str:
    """Starts the sweep where mail has come due: round-ups, quiet hours' end, a server's return."""
    now = timezone.now()
    waiting = Notice.objects.due(now).count() + Mail.objects.due(now).count()
    if waiting:
        enqueue(send_due_notices)
    return f"{waiting} waiting"
