from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

from hub.access.registry import Card, Section
from hub.guidance.models import PracticePage
from hub.interventions.blocks import EvidenceSourceBlock, HarmBlock, NeedBlock
from hub.interventions.dimensions import answers_of, sources_of
from hub.interventions.enums import Cost, Delivery, Dimension, Effect, Strength, StudiedIn
from hub.interventions.filters import InterventionFilters
from hub.interventions.local_experience import local_experience
from hub.interventions.meanings import ASKED
from hub.interventions.requirements import in_groups, requirements_of
from hub.pages.enums import Evidence
from hub.pages.models import HubPage, ListingPage, Seed
from hub.pages.sections import filled_sections

LOCAL_EXPERIENCE = _("Local experience")


class InterventionIndexPage(ListingPage):
    seed = Seed(
        slug="interventions",
        title="Interventions",
        introduction="Approaches to violence and exploitation, and what is known of each.",
    )
    filters = InterventionFilters
    subpage_types: ClassVar[list[str]] = ["interventions.InterventionPage"]
    list_template = "interventions/intervention_list.html"

    class Meta:
        verbose_name = _("list of interventions")
        verbose_name_plural = _("list of interventions")


def points(label: str | Promise, help_text: str | Promise) -> StreamField:
    return StreamField(
        [("point", blocks.TextBlock(label=_("Point"), rows=2))],
        verbose_name=label,
        help_text=help_text,
        blank=True,
    )


def in_sentences(stream: StreamValue) -> str:
    return ". ".join(str(point.value).rstrip(".") for point in stream)


class InterventionPage(HubPage):
    """A type of help or enforcement: for whom, what studies found, what it takes to do it well.

    What is known of it is kept apart, part by part: no figure adds them up.
    """

    kind_name = "intervention"
    shown_apart = frozenset({PracticePage.kind_name})
    parent_page_types: ClassVar[list[str]] = ["interventions.InterventionIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "interventions/intervention.html"

    what_it_is = models.TextField(_("what it is"))
    who_for = models.TextField(_("who it is for"), blank=True)
    effect = models.CharField(
        _("effect on violence"),
        max_length=20,
        choices=Effect,
        default=Effect.UNVERIFIED,
        help_text=_("As the evidence page states it. “Not yet checked” is an honest answer."),
    )
    effect_percent = models.PositiveSmallIntegerField(
        _("average fall in violence, per cent"),
        null=True,
        blank=True,
        help_text=_("A whole number. Leave empty if the evidence page gives none."),
    )
    effect_note = models.TextField(_("what studies found"), blank=True)
    evidence_strength = models.PositiveSmallIntegerField(
        _("strength of the evidence"),
        choices=Strength,
        null=True,
        blank=True,
        help_text=_("How sure the evidence page is of the effect. Leave empty if it doesn't say."),
    )
    cost = models.PositiveSmallIntegerField(
        _("cost"),
        choices=Cost,
        null=True,
        blank=True,
        help_text=_("As the evidence page puts it. Leave empty if it doesn't say."),
    )
    economics = models.TextField(
        _("what it costs, and saves"),
        blank=True,
        help_text=_("Sums as a source gives them: for whom, in which year, beside what."),
    )
    mechanism = models.TextField(
        _("how it is thought to work"),
        blank=True,
        help_text=_("Why it should make a difference, and whether anybody tested that."),
    )
    studied_in = models.CharField(
        _("where it was studied"),
        max_length=20,
        choices=StudiedIn,
        blank=True,
        help_text=_("Leave empty if the evidence page doesn't say."),
    )
    moderators = models.TextField(
        _("where and for whom it worked"),
        blank=True,
        help_text=_("Ages, places and circumstances in which studies found more or less of it."),
    )
    delivery = models.CharField(
        _("how hard it is to do well"),
        max_length=20,
        choices=Delivery,
        blank=True,
        help_text=_("As a source puts it. Leave empty if none does."),
    )
    evidence_sources = StreamField(
        [("source", EvidenceSourceBlock())],
        verbose_name=_("sources of each answer"),
        blank=True,
        help_text=_("Which source says which of it. What has none is read with doubt."),
    )
    implementation_points = points(
        _("doing it well"), _("What those who did it say made the difference. One point each.")
    )
    requirements = StreamField(
        [("need", NeedBlock()), ("harm", HarmBlock())],
        verbose_name=_("conditions that areas can compare"),
        blank=True,
        help_text=_("From a short list in which areas say what they have: “Does it fit here?”."),
    )
    conditions = points(
        _("conditions"),
        _("What must be in place first, and where it does harm. One point each."),
    )
    toolkit_url = models.URLField(
        _("evidence page"),
        max_length=500,
        blank=True,
        help_text=_("The page on which the studies are summed up."),
    )

    content_panels = [
        *HubPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("what_it_is"), FieldPanel("mechanism"), FieldPanel("who_for")],
            heading=_("What it is, for whom"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("effect"), FieldPanel("effect_percent")]),
                FieldPanel("effect_note"),
                FieldPanel("evidence_strength"),
                FieldPanel("toolkit_url"),
            ],
            heading=_("What studies found"),
        ),
        MultiFieldPanel(
            [FieldPanel("studied_in"), FieldPanel("moderators")],
            heading=_("Where and for whom it worked"),
        ),
        MultiFieldPanel(
            [FieldPanel("delivery"), FieldPanel("implementation_points")],
            heading=_("Doing it well"),
        ),
        MultiFieldPanel([FieldPanel("cost"), FieldPanel("economics")], heading=_("What it costs")),
        FieldPanel("evidence_sources"),
        MultiFieldPanel(
            [FieldPanel("requirements"), FieldPanel("conditions")], heading=_("Conditions")
        ),
    ]

    class Meta:
        verbose_name = _("intervention")
        verbose_name_plural = _("interventions")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        local = local_experience(self, request.reader) if self.pk else []
        if local and context["headings"]:
            context["headings"].append((str(LOCAL_EXPERIENCE), "local-experience"))
        return context | {
            "answers": answers_of(self),
            "mechanism_asked": ASKED[Dimension.MECHANISM],
            "mechanism_sources": sources_of(self, Dimension.MECHANISM),
            "required": in_groups(requirements_of(self)),
            "local": local,
            "fit_url": self.fit_url() if request.reader.is_signed_in else "",
        }

    def fit_url(self) -> str:
        """Where it is compared with an area; nowhere for a draft and for what is withdrawn."""
        if not self.live or self.withdrawn_on:
            return ""
        return reverse("intervention_fit", args=[self.slug])

    def sections(self) -> Iterator[Section]:
        required = [f"{item.label}. {item.why}".strip() for item in requirements_of(self)]
        named = (
            ("what-it-is", _("What it is"), self.what_it_is),
            ("how-it-works", _("How it is thought to work"), self.mechanism),
            ("who-for", _("Who it is for"), self.who_for),
            ("what-studies-found", _("What studies found"), self.effect_note),
            ("where-it-worked", _("Where and for whom it worked"), self.moderators),
            ("doing-it-well", _("Doing it well"), in_sentences(self.implementation_points)),
            ("what-it-costs", _("What it costs"), self.economics),
            (
                "conditions",
                _("Conditions"),
                " ".join([*required, in_sentences(self.conditions)]).strip(),
            ),
        )
        return filled_sections(named)

    def search_evidence(self) -> str:
        """By how sure the studies are, whichever way they point: that it harms may be sure, too."""
        if self.effect == Effect.INSUFFICIENT:
            return Evidence.EARLY.value
        return Strength(self.evidence_strength).evidence.value if self.evidence_strength else ""

    def card(self) -> Card:
        return replace(super().card(), meta=(self.get_effect_display(),))


InterventionIndexPage.listed_model = InterventionPage
