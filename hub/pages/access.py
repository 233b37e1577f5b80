"""How views come by the page that an address names by its number. Forbidden equals missing."""

from wagtail.models import Page

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.core.missing import found, require
from hub.pages.models import HubPage


def access_hub_page(reader: Reader, page_id: int) -> HubPage:
    """A page of the knowledge base that this reader may read, as its own type."""
    page = found(readable_pages(Page.objects.filter(pk=page_id), reader).first()).specific
    require(isinstance(page, HubPage))
    return page
