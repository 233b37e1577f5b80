from dataclasses import replace
from typing import Any, ClassVar, Self

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.access.registry import Document
from hub.home.gathering import gathered_by_kind
from hub.pages.blocks import BodyBlock
from hub.pages.models import GuardedPage, HubPage
from hub.pages.models.panels import TITLE_PANELS, PlainTabs
from hub.pages.models.previews import READERS_VIEW
from hub.taxonomy.models import Theme


class ThemePageQuerySet(PageQuerySet):
    def in_order(self) -> Self:
        return self.select_related("theme").order_by("theme__order", "title")

    def readable_by(self, reader: Reader) -> Self:
        return readable_pages(self, reader)


class ThemeIndexPage(PlainTabs, GuardedPage):
    """The themes side by side."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("One sentence under the title.")
    )

    content_panels: ClassVar[list[Any]] = [*TITLE_PANELS, FieldPanel("introduction")]
    preview_modes: ClassVar[list[Any]] = READERS_VIEW
    parent_page_types = ("home.HomePage",)
    subpage_types = ("home.ThemePage",)
    max_count = 1
    admin_default_ordering = "ord"
    template = "home/theme_index.html"

    class Meta:
        verbose_name = _("themes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["themes"] = ThemePage.objects.child_of(self).in_order().readable_by(request.reader)
        return context


class ThemePage(HubPage):
    """The landing page of a theme: what good looks like, and everything the hub has on it."""

    kind_name = "theme"
    schema_type = "Collection"
    asks_if_useful = False

    theme = models.ForeignKey(
        Theme,
        verbose_name=_("theme"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Everything in the hub that has this theme is gathered on the page."),
    )
    body = StreamField(
        BodyBlock(),
        verbose_name=_("text"),
        blank=True,
        help_text=_("What good looks like. What the hub has on the theme follows by itself."),
    )

    objects = PageManager.from_queryset(ThemePageQuerySet)()

    content_panels: ClassVar[list[Any]] = [
        *HubPage.content_panels,
        FieldPanel("theme"),
        FieldPanel("body"),
    ]
    parent_page_types = ("home.ThemeIndexPage",)
    subpage_types = ()
    template = "home/theme.html"

    class Meta:
        verbose_name = _("theme page")
        verbose_name_plural = _("theme pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["groups"] = gathered_by_kind(
            self.theme, request.reader, whole=request.GET.get("kind", "")
        )
        return context

    def search_document(self) -> Document:
        return replace(super().search_document(), themes=(self.theme.slug,))
