from django.conf import settings

from hub.legislation.models import Publication
from hub.legislation.services.fetching import due_laws
from hub.legislation.tasks import fetch_legislation
from hub.notices.tasks import enqueue


def start_fetching() -> str:
    """Off unless the operator says so: by itself the hub asks nobody."""
    if not settings.FETCH_LEGISLATION:
        return "switched off"
    if not (due_laws() or Publication.objects.waiting().exists()):
        return "nothing is due"
    enqueue(fetch_legislation)
    return "started"
