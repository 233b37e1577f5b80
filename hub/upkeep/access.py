"""How the views come by what an address names. Forbidden equals missing."""

from wagtail.models import Page, Revision

from hub.core.missing import found, require
from hub.pages.models import HubPage
from hub.users.models import User


def access_kept_page(user: User, page_id: int) -> HubPage:
    """A page that this person may change, live or not."""
    page = found(Page.objects.filter(pk=page_id).first()).specific
    require(isinstance(page, HubPage) and page.permissions_for_user(user).can_edit())
    return page


def access_published_page(user: User, page_id: int) -> HubPage:
    """A live page that this person may take from its readers."""
    page = access_kept_page(user, page_id)
    require(page.live and page.permissions_for_user(user).can_unpublish())
    return page


def access_version(page: HubPage, revision_id: int) -> Revision:
    """A version of this page, and of no other."""
    return found(page.revisions.filter(pk=revision_id).first())
