"""The sweep that asks other sites. Safe to run twice, at once, and after a kill."""

from urllib.parse import urlsplit

from django.utils import timezone
from django_tasks import task

from hub.weblinks.asking import problem_of
from hub.weblinks.models import WebLink

# One run of some minutes at worst; the next tick goes on.
AT_ONCE, LOOKED_AT = 20, 200


@task()
def check_links() -> int:
    """Asks for what is due, one link of each site; gives how many were asked for."""
    sites: set[str] = set()
    for link in WebLink.objects.due()[:LOOKED_AT]:
        site = urlsplit(link.url).netloc
        if site not in sites and len(sites) < AT_ONCE:
            sites.add(site)
            link.heard(problem_of(link.url), timezone.now())
    return len(sites)
