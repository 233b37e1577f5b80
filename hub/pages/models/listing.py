from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.query import PageQuerySet

from hub.access.pages import readable_pages
from hub.access.registry import kind_of_model
from hub.core.pagination import page_of
from hub.pages.body import without_texts
from hub.pages.crumbs import crumbs_of
from hub.pages.filters import ListingFilters
from hub.pages.models.guarded import GuardedPage
from hub.pages.models.hub_page import HubPage
from hub.pages.models.panels import TITLE_PANELS, PlainTabs
from hub.pages.models.previews import READERS_VIEW


@dataclass(frozen=True, slots=True)
class Seed:
    """How an index page begins in a new hub; people may rename it afterwards."""

    slug: str
    title: str
    introduction: str


def in_order(model: type[HubPage], ids: Sequence[int]) -> list[HubPage]:
    """The pages with these ids, without the texts that no list shows. One query.

    To put all pages in order by their ids and read only the few that are shown is several times
    faster than to sort their bodies along.
    """
    rows = {page.pk: page for page in without_texts(model.objects.filter(pk__in=ids))}
    return [rows[pk] for pk in ids if pk in rows]


class ListingPage(PlainTabs, GuardedPage):
    """An index page: lists the pages of one type below it, with filters and paging.

    A type sets `seed` and `listed_model`, and may give its own filters, order and length of a
    page.
    """

    seed: ClassVar[Seed]
    filters: ClassVar[type[ListingFilters]] = ListingFilters
    listed_model: ClassVar[type[HubPage]]
    per_page: ClassVar[int] = 20
    order: ClassVar[tuple[str, ...]] = ("title",)
    list_template: ClassVar[str] = "pages/listing.html"

    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("One sentence under the title: what is listed here."),
    )

    content_panels = [*TITLE_PANELS, FieldPanel("introduction")]
    preview_modes: ClassVar[list[Any]] = READERS_VIEW
    max_count = 1
    admin_default_ordering = "title"

    class Meta:
        abstract = True

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Wagtail would give each type a template of its own name."""
        return self.list_template

    def listed(self) -> PageQuerySet:
        """All pages of the listed type below this one, live or not."""
        return self.listed_model.objects.descendant_of(self).order_by(*self.order)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        filters = self.filters(request.GET)
        pages = filters.apply(readable_pages(self.listed(), request.reader))
        shown = page_of(request, pages.values_list("pk", flat=True), self.per_page)
        shown.object_list = in_order(self.listed_model, list(shown.object_list))
        context |= {
            "filters": filters,
            "page_obj": shown,
            "cards": [page.card() for page in shown],
            "listed_kind": kind_of_model(self.listed_model),
            "crumbs": crumbs_of(self),
        }
        return context
