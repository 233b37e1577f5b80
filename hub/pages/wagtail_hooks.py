from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from hub.access.enums import Marking
from hub.access.services import mark_page
from hub.pages.link_handler import LinkedPages


@hooks.register("register_rich_text_features", order=10)
def links_to_pages(features: FeatureRegistry) -> None:
    """After Wagtail's own, whose place it takes."""
    features.register_link_type(LinkedPages)


@hooks.register("before_edit_page")
def note_saving_unasked(request: HttpRequest, page: Page) -> None:
    """The editor saves by itself every moment; a marking waits until somebody presses a button."""
    page.is_saved_unasked = not request.accepts("text/html")


@hooks.register("after_create_page")
def mark_new_page(request: HttpRequest, page: Page) -> None:
    chosen = getattr(page, "chosen_marking", None)
    if chosen and request.accepts("text/html"):
        mark_page(page=page, level=Marking(chosen), by_id=request.user.pk)
