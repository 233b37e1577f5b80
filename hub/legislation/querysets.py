from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Length, Substr
from django.utils import timezone
from wagtail.models import Page
from wagtail.query import PageQuerySet

from hub.legislation.models.version import ProvisionVersion

STEP = Page.steplen


class ProvisionQuerySet(PageQuerySet):
    """Lists name the act and the status of each provision, without a query for each."""

    def with_act(self) -> Self:
        parent_path = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - STEP)
        parents = Page.objects.filter(path=parent_path).order_by()
        return self.annotate(act_title=Subquery(parents.values("title")[:1]))

    def with_status(self, on: date | None = None) -> Self:
        newest_first = ProvisionVersion.objects.shown_on(on or timezone.localdate())
        shown = newest_first.filter(provision=OuterRef("pk"))
        return self.annotate(status=Subquery(shown.values("status")[:1]))

    def in_finder(self) -> Self:
        """What the powers finder may name, as the list of law orders it."""
        pages = self.filter(intrusion__isnull=False, withdrawn_on=None)
        return pages.order_by("intrusion", "act_title", "path")

    def for_asker(self, agency: str) -> Self:
        """What an agency, by its slug, may act with (`acts`), or tells those who may."""
        asks = Exists(self.with_agency("asking", agency))
        acts = Exists(self.with_agency("acting", agency))
        return self.annotate(acts=acts).filter(Q(acts=True) | asks)

    def with_agency(self, part: str, agency: str) -> models.QuerySet:
        """Rows that tie a provision to the agency, for a query of provisions around them."""
        through = self.model._meta.get_field(part).remote_field.through
        return through.objects.filter(provisionpage=OuterRef("pk"), agencytype__slug=agency)

    def law_in(self, nation: str) -> Self:
        """What is law there. A page that names no nation isn't known to be."""
        return self.filter(nations__slug=nation)
