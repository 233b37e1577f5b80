from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField

from hub.access.pages import readable_pages
from hub.access.registry import Card, Section
from hub.core.html import plain_text
from hub.pages.banners import Banner
from hub.pages.lines import lines
from hub.pages.models import HubPage, ListingPage, Seed
from hub.pages.sections import filled_sections
from hub.policy.banners import status_banner
from hub.policy.blocks import AskBlock
from hub.policy.enums import PolicyStatus
from hub.policy.filters import PolicyFilters


class PolicyIndexPage(ListingPage):
    seed = Seed(
        slug="policy",
        title="Policy notes",
        introduction="What national documents ask of whom, and whether they still stand.",
    )
    filters = PolicyFilters
    subpage_types: ClassVar[list[str]] = ["policy.PolicyPage"]

    class Meta:
        verbose_name = _("list of policy notes")
        verbose_name_plural = _("list of policy notes")


class PolicyPage(HubPage):
    """A note on somebody else's document: what it asks of whom, and whether it still counts."""

    kind_name = "policy"
    months_until_review = 6
    parent_page_types: ClassVar[list[str]] = ["policy.PolicyIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "policy/policy.html"

    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    published = models.CharField(
        _("published"), max_length=120, blank=True, help_text=_("In words, such as March 2018.")
    )
    published_on = models.DateField(
        _("published on"),
        null=True,
        blank=True,
        help_text=_("Sorts the list. Leave empty if only the month or year is known."),
    )
    document_type = models.CharField(
        _("type of document"),
        max_length=80,
        blank=True,
        help_text=_("Such as statutory guidance, strategy, inspection report."),
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=PolicyStatus,
        default=PolicyStatus.CURRENT,
        help_text=_("Readers of a document that no longer stands are warned above the text."),
    )
    superseded_by = models.ForeignKey(
        "policy.PolicyPage",
        verbose_name=_("superseded by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="supersedes",
        help_text=_("The policy note on the newer document, if the hub has one."),
    )
    superseded_by_text = models.CharField(
        _("superseded by, where it isn't in the hub"), max_length=300, blank=True
    )
    other_names = models.TextField(
        _("other names"), blank=True, help_text=_("One to a line. Search finds the page by them.")
    )
    asks_of = StreamField(
        [("ask", AskBlock())],
        verbose_name=_("what it asks"),
        blank=True,
        help_text=_("One entry for each duty or request. Say “must” only where the document does."),
    )
    key_facts = StreamField(
        [("fact", blocks.TextBlock(label=_("Fact")))],
        verbose_name=_("key facts"),
        blank=True,
        help_text=_("Figures and findings that people quote, each with its year."),
    )
    our_note = RichTextField(
        _("our note"),
        features=["bold", "italic", "ul", "link"],
        blank=True,
        help_text=_("What it means in practice, in our words, apart from what the document says."),
    )
    official_url = models.URLField(_("publisher's page"), max_length=500, blank=True)

    content_panels = [
        *HubPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("publisher"), FieldPanel("document_type")]),
                FieldRowPanel([FieldPanel("published"), FieldPanel("published_on")]),
                FieldPanel("official_url"),
                FieldPanel("other_names"),
            ],
            heading=_("The document"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldPanel("superseded_by"),
                FieldPanel("superseded_by_text"),
            ],
            heading=_("Does it still count?"),
        ),
        MultiFieldPanel(
            [FieldPanel("asks_of"), FieldPanel("key_facts")], heading=_("What it says")
        ),
        FieldPanel("our_note"),
    ]

    class Meta:
        verbose_name = _("policy note")
        verbose_name_plural = _("policy notes")

    def clean(self) -> None:
        super().clean()
        if self.superseded_by_id and self.superseded_by_id == self.pk:
            raise ValidationError({"superseded_by": _("Choose another document than this one.")})

    def kind_banner(self) -> Banner | None:
        return status_banner(PolicyStatus(self.status), self.superseded_by_text)

    def search_aliases(self) -> tuple[str, ...]:
        return lines(self.other_names)

    def sections(self) -> Iterator[Section]:
        asks = ". ".join(f"{ask.value['who']}: {ask.value['what']}" for ask in self.asks_of)
        facts = ". ".join(str(fact.value).rstrip(".") for fact in self.key_facts)
        named = (
            ("what-it-asks", _("What it asks"), asks),
            ("key-facts", _("Key facts"), facts),
            ("our-note", _("Our note"), plain_text(self.our_note)),
        )
        return filled_sections(named)

    def card(self) -> Card:
        status = PolicyStatus(self.status)
        warning = str(status.label) if status != PolicyStatus.CURRENT else ""
        meta = (self.publisher, self.published, warning)
        return replace(super().card(), meta=tuple(part for part in meta if part))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        pages = PolicyPage.objects
        replaced = pages.filter(pk=self.superseded_by_id) if self.superseded_by_id else pages.none()
        newer = readable_pages(replaced, request.reader).first()
        older = readable_pages(pages.filter(superseded_by=self.pk), request.reader)
        if newer and context["banner"]:
            context["banner"] = replace(
                context["banner"], url=newer.url or "", link_text=newer.title
            )
        older_cards = [page.card() for page in older]
        return context | {"older": older_cards, "facts": self.facts()}

    def facts(self) -> list[tuple[str, str]]:
        return [
            (gettext("Published by"), self.publisher),
            (gettext("Published"), self.published),
            (gettext("Type"), self.document_type.capitalize()),
            (gettext("Status"), self.get_status_display()),
        ]


PolicyIndexPage.listed_model = PolicyPage
