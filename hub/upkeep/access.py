"""How the views come by what an address names. Forbidden equals missing."""

from wagtail.models import Revision

from hub.core.missing import found, require
from hub.core.numbers import row_id
from hub.pages.boards import access_kept_page
from hub.pages.models import HubPage
from hub.users.models import User


def access_published_page(user: User, page_id: int) -> HubPage:
    """A live page that this person may take from its readers."""
    page = access_kept_page(user, page_id)
    require(page.live and page.permissions_for_user(user).can_unpublish())
    return page


def access_version(page: HubPage, revision_id: str) -> Revision:
    """A version of this page, and of no other."""
    return found(page.revisions.filter(pk=row_id(revision_id)).first())
