"""Where all pages of a type are listed."""

from collections.abc import Mapping

from wagtail.models import Page

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.pages.models import HubPage, ListingPage


def list_addresses(reader: Reader) -> Mapping[type[HubPage], str]:
    """The address of each type's list that this reader may open. One query beside the rules."""
    indexes = readable_pages(Page.objects.type(ListingPage), reader)
    return {index.specific_class.listed_model: index.url for index in indexes}
