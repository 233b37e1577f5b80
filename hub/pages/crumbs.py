"""The way from the start page to a page."""

from django.utils.translation import gettext
from wagtail.models import Page

from hub.pages.addresses import address_of

HOME_DEPTH = 2


def crumbs_of(page: Page) -> list[tuple[str, str]]:
    """Words and address of each live page above this one. One query."""
    above = page.get_ancestors().live().filter(depth__gte=HOME_DEPTH)
    return [
        (gettext("Home") if depth == HOME_DEPTH else title, address_of(url_path))
        for depth, title, url_path in above.values_list("depth", "title", "url_path")
    ]
