from datetime import date
from typing import Self

from django.db.models import OuterRef, Subquery
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
