"""Asks another site whether an address still leads somewhere; reads nothing of what it says."""

from urllib.parse import quote, urljoin

import urllib3
from django.conf import settings
from django.utils.translation import gettext as _

from hub.weblinks.guard import NotAllowedError, Target, target_of

SECONDS = 10
MOST_REDIRECTS = 5
REDIRECTS = {301, 302, 303, 307, 308}
GONE = {404, 410}
# Says that something is there, but not for programs, not now, or not without signing in.
NOT_FOR_US = {401, 402, 403, 405, 406, 408, 425, 429, 451, 501}
SAFE = "/?&=+%:;,@!$'()*~[]"


def problem_of(url: str) -> str:
    """What is wrong with an address, in words; empty where something answers.

    Empty as well for what the hub may not ask, such as a site inside an agency's own network.
    """
    for _step in range(MOST_REDIRECTS + 1):
        try:
            target = target_of(url)
        except NotAllowedError:
            return ""
        except OSError:
            return _("there is no such site")
        try:
            status, location = answer_of(target)
        except urllib3.exceptions.HTTPError:
            return _("it doesn't answer")
        if status not in REDIRECTS or not location:
            return in_words(status)
        try:
            url = urljoin(url, location)
        except ValueError:
            return _("it leads to something that is no address")
    return _("it leads from one address to another without end")


def in_words(status: int) -> str:
    if status in GONE:
        return _("it isn't there any more (%(status)d)") % {"status": status}
    if status >= 400 and status not in NOT_FOR_US:
        return _("the site has a fault (%(status)d)") % {"status": status}
    return ""


def answer_of(target: Target) -> tuple[int, str]:
    """Status and where it leads, of a HEAD, and of a GET where that isn't understood.

    Raises urllib3's HTTPError.
    """
    status, location = request("HEAD", target)
    return request("GET", target) if status >= 400 else (status, location)


def request(method: str, target: Target) -> tuple[int, str]:
    """Connects to the address that was looked at, and names the host it belongs to."""
    with pool_for(target) as pool:
        answer = pool.request(
            method,
            quote(target.path, safe=SAFE),
            headers={"Host": target.host, "User-Agent": agent(), "Accept": "*/*"},
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=SECONDS,
        )
        answer.close()
        return answer.status, answer.headers.get("Location", "")


def pool_for(target: Target) -> urllib3.HTTPConnectionPool:
    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(target.address, target.port)
    return urllib3.HTTPSConnectionPool(
        target.address, target.port, server_hostname=target.host, assert_hostname=target.host
    )


def agent() -> str:
    """Whoever sees it in their log can read who asks, and why."""
    return f"Link check of {settings.WAGTAILADMIN_BASE_URL}"
