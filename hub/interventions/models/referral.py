from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from hub.access.registry import Card, Section
from hub.interventions.blocks import NumberBlock
from hub.pages.models import HubPage, ListingPage, Seed
from hub.pages.sections import filled_sections


class ReferralIndexPage(ListingPage):
    seed = Seed(
        slug="referrals",
        title="Referral routes",
        introduction="Who refers where, when, how fast, and what to write.",
    )
    order = ("order", "title")
    subpage_types: ClassVar[list[str]] = ["interventions.ReferralRoutePage"]

    class Meta:
        verbose_name = _("list of referral routes")
        verbose_name_plural = _("list of referral routes")


class ReferralRoutePage(HubPage):
    """Where to take a worry: who refers, how fast, with whose consent, in which words."""

    kind_name = "referral"
    months_until_review = 6
    parent_page_types: ClassVar[list[str]] = ["interventions.ReferralIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "interventions/referral.html"

    who_refers = models.TextField(_("who refers"), blank=True)
    when_to_use = models.TextField(
        _("when to use it"),
        blank=True,
        help_text=_("The threshold, in the words of somebody with a worry in front of them."),
    )
    how_fast = models.TextField(
        _("how fast"),
        blank=True,
        help_text=_("Such as at once, the same day, or within three working days."),
    )
    consent = models.TextField(
        _("consent"), blank=True, help_text=_("Whose is needed, and when to act without it.")
    )
    what_to_include = models.TextField(
        _("what to write"),
        blank=True,
        help_text=_("What the people who read the referral need in order to act."),
    )
    contact = models.TextField(_("contact"), blank=True)
    numbers = StreamField(
        [("number", NumberBlock())],
        verbose_name=_("phone numbers"),
        blank=True,
        help_text=_(
            "Only numbers that somebody has rung or looked up: people dial them in a crisis."
        ),
    )
    number_checked_on = models.DateField(
        _("contact checked on"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody last rang or looked it up."),
    )
    note = models.TextField(_("note"), blank=True)
    show_on_help_now = models.BooleanField(
        _("name it on Get help now"),
        default=False,
        help_text=_("For routes that anyone may need at once."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=100, help_text=_("Lower numbers come first in the list.")
    )

    content_panels = [
        *HubPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("when_to_use"), FieldPanel("who_refers"), FieldPanel("how_fast")],
            heading=_("When, who and how fast"),
        ),
        MultiFieldPanel(
            [FieldPanel("consent"), FieldPanel("what_to_include")],
            heading=_("What to say, and to whom"),
        ),
        MultiFieldPanel(
            [FieldPanel("contact"), FieldPanel("numbers"), FieldPanel("number_checked_on")],
            heading=_("How to reach them"),
        ),
        FieldPanel("note"),
        FieldRowPanel(
            [FieldPanel("show_on_help_now"), FieldPanel("order")], heading=_("Where it is listed")
        ),
    ]

    class Meta:
        verbose_name = _("referral route")
        verbose_name_plural = _("referral routes")

    def sections(self) -> Iterator[Section]:
        named = (
            ("contact", _("How to reach them"), self.contact),
            ("when", _("When to use it"), self.when_to_use),
            ("how-fast", _("How fast"), self.how_fast),
            ("who", _("Who refers"), self.who_refers),
            ("consent", _("Consent"), self.consent),
            ("what-to-write", _("What to write"), self.what_to_include),
            ("note", _("Good to know"), self.note),
        )
        return filled_sections(named)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"sections": self.shown_sections}

    def card(self) -> Card:
        return replace(super().card(), meta=(self.how_fast,) if self.how_fast else ())


ReferralIndexPage.listed_model = ReferralRoutePage
