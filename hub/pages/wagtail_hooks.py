from django.contrib import messages
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from hub.access.enums import Marking
from hub.access.services import mark_page
from hub.core.personal_details.checking import check_text
from hub.pages.files_in_use import keep_files_of_closed_pages
from hub.pages.link_handler import LinkedPages
from hub.pages.models import HubPage


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


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def ask_about_details(request: HttpRequest, page: Page) -> None:
    """Tells the author what in a page could point at a person. It's saved all the same.

    A page may publish a service's number on purpose, and an author works with a reviewer. The
    editor's saving by itself says nothing.
    """
    if not isinstance(page, HubPage) or not request.accepts("text/html"):
        return
    document = page.search_document()
    texts = [document.title, document.summary, *(section.text for section in document.sections)]
    check = check_text("\n\n".join(texts))
    if check.findings:
        messages.warning(request, check.page_sentence)


hooks.register("before_bulk_action", keep_files_of_closed_pages)
