from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from django.db import models
from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.documents import get_document_model_string
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from hub.access.collections import rule_of_collection
from hub.access.registry import Card, Section
from hub.pages.blocks import BodyBlock
from hub.pages.lines import lines
from hub.pages.models import HubDocument, HubPage, ListingPage, Seed
from hub.pages.models.media import kind_in_words
from hub.pages.sections import filled_sections

ONE_TO_A_LINE = _("One to a line.")


class ToolIndexPage(ListingPage):
    seed = Seed(
        slug="tools",
        title="Tools to take away",
        introduction="Templates to change and use: beside the phone, in a meeting, with a team.",
    )
    subpage_types: ClassVar[list[str]] = ["guidance.ToolPage"]

    class Meta:
        verbose_name = _("list of tools")
        verbose_name_plural = _("list of tools")


class ToolManager(PageManager):
    """Every tool comes with its file's name: each card says what kind of file it is."""

    def get_queryset(self) -> PageQuerySet:
        return super().get_queryset().annotate(file_name=F("document__file"))


class ToolPage(HubPage):
    """A template to take away, and what someone must know before filling it in."""

    kind_name = "tool"
    schema_type = "CreativeWork"
    parent_page_types: ClassVar[list[str]] = ["guidance.ToolIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "guidance/tool.html"

    document = models.ForeignKey(
        get_document_model_string(),
        verbose_name=_("document"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The template itself, as a Word file or a spreadsheet that people can change."),
    )
    how_long = models.CharField(
        _("how long it takes"),
        max_length=120,
        blank=True,
        help_text=_("In words, such as 20 minutes for one person."),
    )
    who_fills_it_in = models.CharField(_("who fills it in"), max_length=300, blank=True)
    what_it_is_for = models.TextField(_("what it's for"), blank=True)
    when_to_use = models.TextField(_("when to use it"), help_text=ONE_TO_A_LINE, blank=True)
    when_not_to_use = models.TextField(_("when not to"), help_text=ONE_TO_A_LINE, blank=True)
    body = StreamField(
        BodyBlock(),
        verbose_name=_("how to use it"),
        blank=True,
        help_text=_("Step by step, for someone who has the document open."),
    )
    what_not_to_write = models.TextField(
        _("what not to write in it"),
        help_text=_("Personal details, and how to handle what is filled in. One to a line."),
        blank=True,
    )

    objects = ToolManager()

    content_panels = [
        *HubPage.content_panels,
        FieldPanel("document"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("how_long"), FieldPanel("who_fills_it_in")]),
                FieldPanel("what_it_is_for"),
                FieldPanel("when_to_use"),
                FieldPanel("when_not_to_use"),
            ],
            heading=_("Whether it's the right tool"),
        ),
        FieldPanel("body"),
        FieldPanel("what_not_to_write"),
    ]

    class Meta:
        verbose_name = _("tool")
        verbose_name_plural = _("tools")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {
            "document": self.document_for(request),
            "facts": self.facts(),
            "when_to_use": lines(self.when_to_use),
            "when_not_to_use": lines(self.when_not_to_use),
            "what_not_to_write": lines(self.what_not_to_write),
        }

    def document_for(self, request: HttpRequest) -> HubDocument | None:
        """The document, unless its collection is closed to this reader. Two to four queries."""
        documents = HubDocument.objects.select_related("collection")
        document = documents.filter(pk=self.document_id).first() if self.document_id else None
        if document is None:
            return None
        wanted = rule_of_collection(document.collection)
        return document if request.reader.may_read(wanted) else None

    def facts(self) -> list[tuple[str, str]]:
        return [
            (gettext("How long it takes"), self.how_long),
            (gettext("Who fills it in"), self.who_fills_it_in),
        ]

    def sections(self) -> Iterator[Section]:
        yield Section("main", "", " ".join(text for _name, text in self.facts() if text))
        yield from filled_sections(
            (
                ("what-it-is-for", _("What it's for"), self.what_it_is_for),
                ("when-to-use-it", _("When to use it"), self.when_to_use),
                ("when-not-to-use-it", _("When not to use it"), self.when_not_to_use),
            )
        )
        yield from super().sections()
        yield from filled_sections(
            (("what-not-to-write", _("What not to write in it"), self.what_not_to_write),)
        )

    def card(self) -> Card:
        kind = kind_in_words(self.__dict__.get("file_name") or "")
        return replace(super().card(), meta=tuple(filter(None, (kind, self.how_long))))


ToolIndexPage.listed_model = ToolPage
