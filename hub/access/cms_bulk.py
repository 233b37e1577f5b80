"""What is done to all pages of a list in the CMS is done to those that one may read."""

from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page
from wagtail.query import PageQuerySet

from hub.access.pages import readable_or_draft

_all_in_list = PageBulkAction.get_all_objects_in_listing_query


def leave_out_closed_pages() -> None:
    """Wagtail takes "all" for every page of a list, and asks nobody who may read them."""
    PageBulkAction.get_all_objects_in_listing_query = readable_in_list


def readable_in_list(action: PageBulkAction, parent_id: int | str | None) -> PageQuerySet:
    """Ids, as Wagtail's. Two queries and those of the rule."""
    listed = Page.objects.filter(pk__in=list(_all_in_list(action, parent_id)))
    return readable_or_draft(listed, action.request.reader).values_list("pk", flat=True)
