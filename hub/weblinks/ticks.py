"""What links to other sites need done from time to time."""

from django.conf import settings

from hub.notices.tasks import enqueue
from hub.weblinks import gathering
from hub.weblinks.models import WebLink
from hub.weblinks.tasks import check_links


def gather() -> str:
    if not settings.CHECK_WEB_LINKS:
        return "switched off"
    return f"{gathering.gather()} pages read"


def start_checking() -> str:
    """Off unless the operator says so: by itself the hub asks nobody."""
    if not settings.CHECK_WEB_LINKS:
        return "switched off"
    if not WebLink.objects.due().exists():
        return "nothing is due"
    enqueue(check_links)
    return "started"
