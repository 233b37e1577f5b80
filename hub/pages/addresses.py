"""Addresses of pages by their stored paths, without making a page of each row."""

from wagtail.models import Site, SiteRootPath

from hub.core.per_request import once_per_request


@once_per_request
def root_paths() -> list[SiteRootPath]:
    """Where the sites and languages begin, the most specific first; Wagtail caches them."""
    return Site.get_site_root_paths()


def address_of(url_path: str) -> str:
    """What `Page.url` says of a page with this path: empty outside every site."""
    roots = root_paths()
    root = next((root for root in roots if url_path.startswith(root.root_path)), None)
    if root is None:
        return ""
    host = root.root_url if len({root.site_id for root in roots}) > 1 else ""
    return f"{host}/{url_path.removeprefix(root.root_path)}"
