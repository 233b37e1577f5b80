from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from hub.access.registry import Card, Section
from hub.interventions.enums import Cost, Effect, Strength
from hub.interventions.filters import InterventionFilters
from hub.pages.enums import Evidence
from hub.pages.models import HubPage, ListingPage, Seed
from hub.pages.sections import filled_sections


class InterventionIndexPage(ListingPage):
    seed = Seed(
        slug="interventions",
        title="Interventions",
        introduction="Approaches to violence and exploitation, and what is known of each.",
    )
    filters = InterventionFilters
    subpage_types: ClassVar[list[str]] = ["interventions.InterventionPage"]

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


class InterventionPage(HubPage):
    """A type of help or enforcement: for whom, what studies found, what it takes to do it well."""

    kind_name = "intervention"
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
    implementation_points = points(
        _("doing it well"), _("What those who did it say made the difference. One point each.")
    )
    conditions = points(
        _("conditions"), _("What must be in place first, and where it does harm. One point each.")
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
            [FieldPanel("what_it_is"), FieldPanel("who_for")], heading=_("What it is, for whom")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("effect"), FieldPanel("effect_percent")]),
                FieldPanel("effect_note"),
                FieldRowPanel([FieldPanel("evidence_strength"), FieldPanel("cost")]),
                FieldPanel("toolkit_url"),
            ],
            heading=_("What studies found"),
        ),
        FieldPanel("implementation_points"),
        FieldPanel("conditions"),
    ]

    class Meta:
        verbose_name = _("intervention")
        verbose_name_plural = _("interventions")

    def facts(self) -> list[tuple[str, str]]:
        unknown = gettext("Not confirmed")
        effect = (gettext("Effect on violence"), self.get_effect_display())
        strength, cost = self.get_evidence_strength_display(), self.get_cost_display()
        if not strength and not cost:
            return [effect, (gettext("Strength of evidence, cost"), unknown)]
        return [
            effect,
            (gettext("Strength of evidence"), strength or unknown),
            (gettext("Cost"), cost or unknown),
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"facts": self.facts()}

    def sections(self) -> Iterator[Section]:
        doing = ". ".join(str(point.value).rstrip(".") for point in self.implementation_points)
        conditions = ". ".join(str(point.value).rstrip(".") for point in self.conditions)
        named = (
            ("what-it-is", _("What it is"), self.what_it_is),
            ("who-for", _("Who it is for"), self.who_for),
            ("what-studies-found", _("What studies found"), self.effect_note),
            ("doing-it-well", _("Doing it well"), doing),
            ("conditions", _("Conditions"), conditions),
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
