from hub.pages.models.citation import Citation
from hub.pages.models.guarded import GuardedPage
from hub.pages.models.hub_page import HubPage
from hub.pages.models.listing import ListingPage, Seed
from hub.pages.models.media import HubDocument, HubImage, HubRendition
from hub.pages.models.newest_text import NewestTextRead

__all__ = [
    "Citation",
    "GuardedPage",
    "HubDocument",
    "HubImage",
    "HubPage",
    "HubRendition",
    "ListingPage",
    "NewestTextRead",
    "Seed",
]
