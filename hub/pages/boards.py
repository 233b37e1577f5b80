"""What the boards of the CMS share: each is about the pages that its reader may change."""

from http import HTTPStatus
from typing import Any, ClassVar

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from hub.access.pages import rule_of_page
from hub.access.services import record_view
from hub.core.missing import found, require
from hub.pages.models import HubPage
from hub.users.drafts import forget_draft, with_draft, writer_mark
from hub.users.models import User


class Framed(WagtailAdminTemplateMixin):
    """The way from the CMS's start over the board to here; the board itself names none."""

    board: ClassVar[tuple[str, Promise] | None] = None
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), *self.above(), here]

    def above(self) -> list[dict[str, Any]]:
        if self.board is None:
            return []
        name, label = self.board
        return [{"url": reverse(name), "label": label}]


class KeepsDraft:
    """For a form in the CMS: what was typed is there again after signing in anew.

    Its template has the hidden field `writer`.
    """

    request: HttpRequest

    def get_form(self, form_class: type[Form] | None = None) -> Form:
        return with_draft(self.request, super().get_form(form_class))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"writer": writer_mark(self.request)}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().post(request, *args, **kwargs)
        if response.status_code == HTTPStatus.FOUND:
            forget_draft(request)
        return response


def changeable_by(user: User) -> PageQuerySet:
    return (
        policy_registry.get_by_type(Page)
        .instances_user_has_permission_for(user, "change")
        .order_by()
    )


def access_kept_page(user: User, page_id: int) -> HubPage:
    """A page that this person may change, live or not. Forbidden equals missing."""
    page = found(Page.objects.filter(pk=page_id).first()).specific
    require(isinstance(page, HubPage) and page.permissions_for_user(user).can_edit())
    return page


def note_view(request: HttpRequest, page: HubPage) -> None:
    """What is said of a page may say as much as the page: it counts as opening it in the CMS."""
    rule, subject = rule_of_page(page), f"page {page.pk}"
    record_view(reader=request.reader, rule=rule, action="page.opened", subject=subject)
