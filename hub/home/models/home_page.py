from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page

from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.home.continuing import unfinished_courses
from hub.home.lately import latest_entries
from hub.home.models.theme_page import ThemePage
from hub.pages.models import GuardedPage
from hub.pages.models.panels import TITLE_PANELS, PlainTabs
from hub.pages.models.previews import READERS_VIEW


class SignpostBlock(blocks.StructBlock):
    """A way in: what someone would say, a sentence, and the page that answers."""

    title = blocks.CharBlock(
        label=_("Words"), help_text=_("As somebody would say it, without a full stop.")
    )
    text = blocks.CharBlock(label=_("One sentence"))
    page = blocks.PageChooserBlock(
        label=_("Leads to"), help_text=_("Left out for readers who may not see that page.")
    )

    class Meta:
        icon = "link"
        label = _("Way in")


class HomePage(PlainTabs, GuardedPage):
    """The start page: search, what has happened, what a partnership asks, the themes."""

    lead = models.CharField(
        _("lead"),
        max_length=200,
        blank=True,
        help_text=_("One sentence under the title: what the hub is for."),
    )
    situations = StreamField(
        [("situation", SignpostBlock())],
        verbose_name=_("what has happened?"),
        max_num=6,
        blank=True,
        help_text=_("Up to six moments that bring people here, as they would put them."),
    )
    questions = StreamField(
        [("question", SignpostBlock())],
        verbose_name=_("what a partnership asks"),
        max_num=6,
        blank=True,
        help_text=_("Up to six questions of a partnership, each with the page that answers it."),
    )

    content_panels: ClassVar[list[Any]] = [
        *TITLE_PANELS,
        FieldPanel("lead"),
        FieldPanel("situations"),
        FieldPanel("questions"),
    ]
    preview_modes: ClassVar[list[Any]] = READERS_VIEW
    parent_page_types = ("wagtailcore.Page",)
    max_count = 1
    admin_default_ordering = "ord"
    template = "home/home.html"

    class Meta:
        verbose_name = _("start page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        reader = request.reader
        targets = self.signposted_pages(reader)
        context |= {
            "situations": signposts(self.situations, targets),
            "questions": signposts(self.questions, targets),
            "themes": ThemePage.objects.in_order().readable_by(reader),
            "latest": latest_entries(reader),
            "unfinished": unfinished_courses(reader),
        }
        return context

    def signposted_pages(self, reader: Reader) -> dict[int, Page]:
        """The pages that the signposts lead to and this reader may see. Three queries in all."""
        wanted = [item.value.get("page") for item in (*self.situations, *self.questions)]
        ids = [page.pk for page in wanted if page]
        return {page.pk: page for page in readable_pages(Page.objects.filter(pk__in=ids), reader)}


def signposts(stream: StreamValue, targets: dict[int, Page]) -> list[dict[str, str]]:
    """What to show: signposts whose page is gone or closed to the reader are left out."""
    found = []
    for item in stream:
        page = item.value.get("page")
        if page and page.pk in targets:
            found.append(
                {
                    "title": item.value["title"],
                    "text": item.value["text"],
                    "url": targets[page.pk].url,
                }
            )
    return found
