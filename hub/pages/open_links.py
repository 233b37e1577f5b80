"""Links in text, as one reader may follow them."""

import re

from wagtail.models import Page, Site

from hub.access.pages import readable_pages
from hub.access.readers import Reader

LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#?]*)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


def with_open_links(html: str, reader: Reader) -> str:
    """The text, where a link to a page that this reader can't open keeps its words only.

    The address alone would tell that the page exists. Three to six queries where the text has
    links to this site, none where it has not.
    """
    addresses = {match[1] for match in LINK.finditer(html)}
    closed = closed_addresses(addresses, reader) if addresses else frozenset()
    if not closed:
        return html
    return LINK.sub(lambda match: match[2] if match[1] in closed else match[0], html)


def closed_addresses(addresses: set[str], reader: Reader) -> frozenset[str]:
    """Those of the addresses that belong to a page which is closed to the reader or not live."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        return frozenset()
    root = site.root_page.url_path.rstrip("/")
    pages = Page.objects.filter(url_path__in=[f"{root}{address}" for address in addresses])
    open_paths = set(readable_pages(pages, reader).values_list("url_path", flat=True))
    all_paths = set(pages.values_list("url_path", flat=True))
    return frozenset(path.removeprefix(root) for path in all_paths - open_paths)
