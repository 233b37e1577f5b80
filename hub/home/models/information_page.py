"""Pages about the hub itself: what it is, what it keeps of people, how to write for it."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from hub.access.pages import readable_pages
from hub.core.dates import long_date
from hub.home.blocks import GuideBlock
from hub.pages.body import body_parts, contents_of
from hub.pages.crumbs import crumbs_of
from hub.pages.models import GuardedPage
from hub.pages.models.panels import TITLE_PANELS, PlainTabs
from hub.pages.models.previews import READERS_VIEW


class InformationPage(PlainTabs, GuardedPage):
    """A page about the hub; what stands below it is listed on it, as the chapters of a guide.

    It isn't a kind of content: search, themes and reviews deal with what the hub knows, not with
    the hub.
    """

    summary = models.TextField(_("summary"), help_text=_("One or two plain sentences."))
    body = StreamField(
        GuideBlock(),
        verbose_name=_("text"),
        blank=True,
        help_text=_("Open each part with a heading; one idea a paragraph."),
    )
    checked_on = models.DateField(
        _("last checked"),
        null=True,
        blank=True,
        help_text=_("When someone last compared this page with what the hub does."),
    )
    names_operator = models.BooleanField(
        _("say at the foot who runs the hub"), default=True, blank=True
    )
    seed_name = models.CharField(max_length=40, blank=True, db_index=True, editable=False)

    exclude_fields_in_copy: ClassVar[list[str]] = ["seed_name"]
    content_panels: ClassVar[list[Any]] = [
        *TITLE_PANELS,
        FieldPanel("summary"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("checked_on"), FieldPanel("names_operator")],
            heading=_("Keeping it right"),
        ),
    ]
    preview_modes: ClassVar[list[Any]] = READERS_VIEW
    parent_page_types = ("home.HomePage", "home.InformationPage")
    subpage_types = ("home.InformationPage",)
    template = "home/information.html"
    admin_default_ordering = "ord"

    class Meta:
        verbose_name = _("page about the hub")
        verbose_name_plural = _("pages about the hub")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        parts = body_parts(self.body)
        headings = ((part.block.value, part.anchor) for part in parts if part.anchor)
        return context | {
            "body_parts": parts,
            "headings": contents_of(headings),
            "chapters": readable_pages(self.get_children(), request.reader).specific(),
            "crumbs": crumbs_of(self),
            "meta": self.header_meta(),
            "operator": settings.OPERATOR_NAME,
            "contact": settings.OPERATOR_EMAIL,
            "demo": settings.DEMO,
        }

    def header_meta(self) -> list[str]:
        if not self.checked_on:
            return []
        return [gettext("Last checked on %(date)s") % {"date": long_date(self.checked_on)}]
