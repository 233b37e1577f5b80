"""Pages of this hub that a thread is about or links to."""

import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import unquote, urlsplit
from uuid import UUID

from django.conf import settings
from wagtail.models import Page, Site

from hub.access.pages import readable_pages
from hub.access.readers import Reader, reader_for
from hub.forum.models import GrownPage, Post, Thread
from hub.pages.citations import CitedPage, replace_citations
from hub.users.models import User

HREF = re.compile(r'href="([^"]+)"')
MOST_LINKS = 50


def pages_at(addresses: Iterable[str], reader: Reader) -> dict[str, Page]:
    """The live page that each address leads to, where this reader may see it.

    Addresses are whole or start with a slash; those of other hosts are left out. A constant number
    of queries.
    """
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        return {}
    hosts = {"", site.hostname, urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname}
    wanted: dict[str, str] = {}
    for address in addresses:
        path = _own_path(address, hosts)
        if path is not None:
            wanted[address] = site.root_page.url_path + path
    pages = readable_pages(Page.objects.filter(url_path__in=set(wanted.values())), reader)
    found = {page.url_path: page for page in pages}
    return {address: found[path] for address, path in wanted.items() if path in found}


def _own_path(address: str, hosts: set[str | None]) -> str | None:
    """The path below the site's root with a slash at its end, or None for another host."""
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname or ""
    except ValueError:
        return None
    path = unquote(parts.path).strip("/")
    if host not in hosts or parts.scheme not in {"", "http", "https"}:
        return None
    if not path or "\0" in path:  # PostgreSQL refuses the character in any text
        return None
    return f"{path}/"


def linked_keys(html: str, writer: User) -> list[str]:
    """Translation keys of the pages that a rendered post links to, each once, in order.

    Pages that the writer may not see are left out. No query where there is no link.
    """
    addresses = [unescape(href) for href in HREF.findall(html)[:MOST_LINKS]]
    if not addresses:
        return []
    pages = pages_at(addresses, reader_for(writer))
    keys = [str(pages[address].translation_key) for address in addresses if address in pages]
    return list(dict.fromkeys(keys))


def refresh_citations(thread: Thread) -> None:
    """Makes the citations anew of what a thread is about, became, and links to in visible posts."""
    cited = [CitedPage(key=UUID(key)) for key in thread.about]
    grown = GrownPage.objects.filter(thread=thread).values_list("page__translation_key", flat=True)
    cited += map(CitedPage, grown)
    if thread.hidden_at is None:
        for keys, number in (
            Post.objects.filter(thread=thread).visible().values_list("cited", "number")
        ):
            cited += [CitedPage(key=UUID(key), source_block=f"post-{number}") for key in keys]
    replace_citations("thread", thread.pk, cited)
