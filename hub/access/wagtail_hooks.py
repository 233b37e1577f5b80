"""Forbidden equals missing, on pages and documents, and the CMS's own lists obey the rule."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.images import get_image_model
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.permissions import register_permission_policy

from hub.access import closing, subtrees
from hub.access.cms_addresses import name_in_cms
from hub.access.cms_bulk import leave_out_closed_things
from hub.access.cms_choosers import hide_closed_names
from hub.access.cms_links import hide_closed_links
from hub.access.collections import readable_media, rule_of_collection
from hub.access.markings import show_marking
from hub.access.pages import readable_or_draft, rule_of_page
from hub.access.policy import ClosedMediaPolicy, ClosedPagesPolicy
from hub.access.redirects import REDIRECTS
from hub.access.sensitive import is_sensitive, mark_session_sensitive
from hub.access.services import copy_markings, keep_marking, record_view

register_permission_policy(Page, ClosedPagesPolicy(Page))
for media, permissions_of in (
    (get_image_model(), "wagtailimages.Image"),
    (get_document_model(), "wagtaildocs.Document"),
):
    policy = ClosedMediaPolicy(media, permissions_of, "uploaded_by_user")
    # Wagtail registers its own later than this; one for the exact class goes before it.
    register_permission_policy(media, policy, exact_class=True)

name_in_cms(REDIRECTS)

hide_closed_names()
leave_out_closed_things()
# After Wagtail's own rules.
hooks.register("register_rich_text_features", hide_closed_links, order=10)

ServePage = Callable[..., HttpResponse]


@hooks.register("on_serve_page", order=-100)
def hide_forbidden_pages(serve: ServePage) -> ServePage:
    """Comes before Wagtail's own check, whose answer (a redirect) would say that a page exists."""

    def inner(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
        wanted = rule_of_page(page)
        if not request.reader.may_read(wanted):
            raise Http404
        subject = f"page {page.pk}"
        record_view(reader=request.reader, rule=wanted, action="page.viewed", subject=subject)
        show_marking(request, wanted)
        return serve(page, request, args, kwargs)

    return inner


@hooks.register("before_serve_document", order=-100)
def hide_forbidden_documents(document: AbstractDocument, request: HttpRequest) -> None:
    wanted = rule_of_collection(document.collection)
    if not request.reader.may_read(wanted):
        raise Http404
    subject = f"document {document.pk}"
    record_view(reader=request.reader, rule=wanted, action="document.viewed", subject=subject)
    if is_sensitive(wanted):
        mark_session_sensitive(request)


@hooks.register("construct_page_chooser_queryset")
@hooks.register("construct_explorer_page_queryset")
def only_readable_pages(*args: Any) -> QuerySet:
    """Choosers pass (pages, request), the explorer (parent_page, pages, request)."""
    pages, request = args[-2], args[-1]
    return readable_or_draft(pages, request.reader)


@hooks.register("construct_image_chooser_queryset")
@hooks.register("construct_document_chooser_queryset")
def only_readable_media(items: QuerySet, request: HttpRequest) -> QuerySet:
    return readable_media(items, request.reader)


@hooks.register("register_log_actions", order=10)
def name_no_other_page(actions: LogActionRegistry) -> None:
    """Wagtail's own words name the pages from which and to which; somebody may not know of them."""
    for action, label, message in (
        ("wagtail.copy", _("Copy"), _("Copied")),
        ("wagtail.copy_for_translation", _("Copy for translation"), _("Copied for translation")),
        ("wagtail.create_alias", _("Create alias"), _("Created an alias")),
        ("wagtail.move", _("Move"), _("Moved")),
        ("wagtail.reorder", _("Reorder"), _("Reordered")),
    ):
        actions.register_action(action, label, message)


@hooks.register("after_copy_page")
def mark_copies(request: HttpRequest, page: Page, new_page: Page) -> None:
    """A copy holds the same words. An alias needs none: it is closed with its source."""
    if new_page.alias_of_id is None:
        copy_markings(source=page, copy=new_page, by_id=request.user.pk)


@hooks.register("before_convert_alias_page")
def mark_former_alias(request: HttpRequest, page: Page) -> None:
    """A page that is no alias any more keeps the words of its source, and so its marking."""
    keep_marking(page=page, by_id=request.user.pk)


hooks.register("before_copy_page", subtrees.copy_only_what_is_open)
hooks.register("before_move_page", subtrees.move_only_what_is_open)
hooks.register("before_unpublish_page", subtrees.unpublish_only_what_is_open)
hooks.register("before_delete_page", subtrees.delete_only_what_is_open)
hooks.register("before_bulk_action", subtrees.change_only_what_is_open)
hooks.register("before_move_page", closing.move_with_files)
hooks.register("before_bulk_action", closing.move_many_with_files)
