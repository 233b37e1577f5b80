from dataclasses import replace
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from hub.access.pages import readable_pages
from hub.access.registry import Card
from hub.legislation.aliases import section_order
from hub.legislation.clml.addresses import address_of
from hub.legislation.filters import ProvisionFilters
from hub.legislation.law_over_time import wholly_coming
from hub.legislation.models.official import Instrument
from hub.pages.models import HubPage, ListingPage, Seed


class LegislationIndexPage(ListingPage):
    """Lists provisions, since people look for a power or an offence and not for an act."""

    seed = Seed(
        slug="legislation",
        title="Law",
        introduction="Duties, powers, offences, defences and orders, in plain words.",
    )
    filters = ProvisionFilters
    subpage_types: ClassVar[list[str]] = ["legislation.ActPage"]
    order = ("act_title", "path")
    list_template = "legislation/law_list.html"

    class Meta:
        verbose_name = _("list of law")
        verbose_name_plural = _("list of law")


class ActPage(HubPage):
    """An act, and below it the provisions that people in this field use."""

    kind_name = "act"
    schema_type = "Legislation"
    months_until_review = 6
    has_contents = False
    parent_page_types: ClassVar[list[str]] = ["legislation.LegislationIndexPage"]
    subpage_types: ClassVar[list[str]] = ["legislation.ProvisionPage"]
    template = "legislation/act.html"
    admin_default_ordering = "title"

    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, help_text=_("The year of the act, as in its title.")
    )
    chapter = models.CharField(
        _("chapter"),
        max_length=40,
        blank=True,
        help_text=_("As the act is cited, such as 2015 c. 30."),
    )
    official_url = models.URLField(
        _("official text"),
        max_length=500,
        blank=True,
        help_text=_("The act at legislation.gov.uk."),
    )

    content_panels = [
        *HubPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("year"), FieldPanel("chapter")]),
                FieldPanel("official_url"),
            ],
            heading=_("The act"),
        ),
    ]

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("acts")

    def search_aliases(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.chapter,)))

    def card(self) -> Card:
        return replace(super().card(), meta=(self.chapter,))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        below = LegislationIndexPage.listed_model.objects.child_of(self).order_by("path")
        rows = readable_pages(below, request.reader)
        in_order = sorted(rows, key=lambda page: section_order(page.section_label))
        instrument = self.instrument()
        context |= {"provisions": [page.card() for page in in_order], "instrument": instrument}
        return context | {"coming": wholly_coming(instrument) if instrument else []}

    def instrument(self) -> Instrument | None:
        """The act as it was imported. One query."""
        address = address_of(self.official_url)
        return Instrument.objects.filter(path=address.item).first() if address else None
