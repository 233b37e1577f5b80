"""A page as it stands in the editor, before anybody saves it."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from hub.core.missing import found
from hub.pages.boards import access_kept_page
from hub.pages.models import HubPage
from hub.users.models import User


def access_newest_text(user: User, page_id: int) -> HubPage:
    """The page with its newest text, draft or not, for who may change it. Forbidden is missing."""
    return access_kept_page(user, page_id).get_latest_revision_as_object()


def page_as_typed(page: HubPage, data: Mapping[str, Any] | QueryDict, user: User) -> HubPage:
    """The page with what the editor's form holds. Nothing is stored, and nothing is marked.

    A field with an error keeps what was saved. Raises KeyError or ValueError where what was sent is
    no form of the editor.
    """
    page.is_saved_unasked = True
    parent = found(page.get_parent()).specific
    form_class = page.get_edit_handler().get_form_class()
    form = form_class(data, instance=page, parent_page=parent, for_user=user)
    form.defer_required_fields()
    form.is_valid()
    return form.instance
