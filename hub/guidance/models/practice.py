from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from hub.access.practice import may_share_practice
from hub.access.registry import Card, Section
from hub.guidance.enums import EvidenceLevel
from hub.guidance.filters import PracticeFilters
from hub.pages.blocks.body import DownloadBlock, PictureBlock
from hub.pages.models import HubPage, ListingPage, Seed
from hub.pages.sections import filled_sections


class PracticeIndexPage(ListingPage):
    seed = Seed(
        slug="practice",
        title="Practice examples",
        introduction="What other areas did, what it took, and how strong the evidence is.",
    )
    filters = PracticeFilters
    subpage_types: ClassVar[list[str]] = ["guidance.PracticePage"]
    list_template = "guidance/practice_list.html"

    class Meta:
        verbose_name = _("list of practice examples")
        verbose_name_plural = _("list of practice examples")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"may_share": may_share_practice(request.reader)}


class PracticePage(HubPage):
    """What a place tried, what it took, and how far the results can be trusted."""

    kind_name = "practice"
    months_until_review = 24
    parent_page_types: ClassVar[list[str]] = ["guidance.PracticeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "guidance/practice.html"

    place = models.CharField(
        _("place"), max_length=200, help_text=_("A town, borough or force area, never an address.")
    )
    partners = models.CharField(_("partners"), max_length=300, blank=True)
    years = models.CharField(
        _("when it ran"),
        max_length=100,
        blank=True,
        help_text=_("In words, such as 2019 to 2022, or still running."),
    )
    problem = models.TextField(_("the problem"), blank=True)
    what_was_done = models.TextField(_("what was done"), blank=True)
    what_it_took = models.TextField(
        _("what it took"),
        blank=True,
        help_text=_(
            "People, money, time and agreements, so that a reader can judge whether it would fit."
        ),
    )
    results = models.TextField(
        _("results"), help_text=_("With numbers, of whom, and over what time."), blank=True
    )
    results_period = models.CharField(
        _("period of the results"),
        max_length=200,
        blank=True,
        help_text=_("In words, such as twelve months before and after."),
    )
    results_of = models.CharField(
        _("of whom, out of how many"),
        max_length=200,
        blank=True,
        help_text=_("Whom the numbers are about, such as 52 children who were referred."),
    )
    evidence_level = models.PositiveSmallIntegerField(
        _("evidence"),
        choices=EvidenceLevel,
        default=EvidenceLevel.DESCRIBED,
        help_text=_("How far the results can be trusted. When in doubt, choose the lower one."),
    )
    what_did_not_work = models.TextField(
        _("what didn't work"),
        blank=True,
        help_text=_("What others will want to know first. An example without it is half told."),
    )
    files = StreamField(
        [("picture", PictureBlock()), ("download", DownloadBlock())],
        verbose_name=_("pictures and files"),
        blank=True,
        help_text=_("What others can look at or take away, below the text."),
    )
    publisher = models.CharField(
        _("publisher"),
        max_length=200,
        blank=True,
        help_text=_("Who stands behind the account, such as the council or the evaluator."),
    )
    publisher_url = models.URLField(_("publisher's page"), max_length=500, blank=True)

    content_panels = [
        *HubPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("place"), FieldPanel("partners"), FieldPanel("years")],
            heading=_("Where, who and when"),
        ),
        MultiFieldPanel(
            [FieldPanel("problem"), FieldPanel("what_was_done"), FieldPanel("what_it_took")],
            heading=_("What they did"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("results"),
                FieldPanel("results_of"),
                FieldPanel("results_period"),
                FieldPanel("evidence_level"),
                FieldPanel("what_did_not_work"),
            ],
            heading=_("What came of it"),
        ),
        FieldPanel("files"),
        FieldRowPanel(
            [FieldPanel("publisher"), FieldPanel("publisher_url")], heading=_("Who published it")
        ),
    ]

    class Meta:
        verbose_name = _("practice example")
        verbose_name_plural = _("practice examples")

    def parts(self) -> Iterator[Section]:
        return filled_sections(
            (
                ("problem", _("The problem"), self.problem),
                ("what-was-done", _("What was done"), self.what_was_done),
                ("what-it-took", _("What it took"), self.what_it_took),
                ("results", _("Results"), self.results),
                ("what-did-not-work", _("What didn't work"), self.what_did_not_work),
            )
        )

    def facts(self) -> list[tuple[str, str]]:
        return [
            (gettext("Where"), self.place),
            (gettext("Who took part"), self.partners),
            (gettext("When"), self.years),
            (gettext("Evidence"), self.get_evidence_level_display()),
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"facts": self.facts(), "parts": self.parts()}

    def sections(self) -> Iterator[Section]:
        where = " ".join(filter(None, (self.place, self.partners)))
        yield Section("main", "", where)
        yield from self.parts()

    def search_evidence(self) -> str:
        return EvidenceLevel(self.evidence_level).evidence.value

    def card(self) -> Card:
        return replace(super().card(), meta=(self.place, self.get_evidence_level_display()))


PracticeIndexPage.listed_model = PracticePage
