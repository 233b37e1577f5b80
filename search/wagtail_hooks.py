from wagtail import hooks

from hub.access.cms_addresses import name_in_cms
from search.cms import PINS, PinViewSet
from search.learning import cms, quality

# Importing these registers their parts.
__all__ = ["cms", "quality"]

name_in_cms(PINS)


@hooks.register("register_admin_viewset")
def search_picks() -> PinViewSet:
    return PinViewSet("search_picks")
