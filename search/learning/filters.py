from datetime import timedelta

import django_filters
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from search.models import LoggedSearch, SearchCount

OLDER = "older"
PERIODS = (
    ("7", _("Last 7 days")),
    ("30", _("Last 30 days")),
    (OLDER, _("Before the last 90 days")),
)
TROUBLES = {
    "empty": (_("Nothing was found"), Q(empty__gt=0)),
    "unopened": (_("Something was found, nothing opened"), Q(opened=0, empty=0)),
    "missed": (_("Not what they needed"), Q(missed__gt=0)),
}


class SearchFilters(WagtailFilterSet):
    period = django_filters.ChoiceFilter(
        label=_("When"), choices=PERIODS, method="in_period", empty_label=_("Last 90 days")
    )
    trouble = django_filters.ChoiceFilter(
        label=_("Which"),
        choices=[(name, label) for name, (label, _where) in TROUBLES.items()],
        method="with_trouble",
        empty_label=_("All searches"),
    )

    class Meta:
        model = LoggedSearch
        fields = ("period", "trouble")

    def in_period(self, rows: QuerySet, _name: str, value: str) -> QuerySet:
        """Older ones from their counts: single searches are kept for as long as RETENTION_DAYS."""
        today = timezone.localdate()
        if value == OLDER:
            return SearchCount.objects.summed()
        return LoggedSearch.objects.between(today - timedelta(days=int(value) - 1), today).summed()

    def with_trouble(self, rows: QuerySet, _name: str, value: str) -> QuerySet:
        _label, where = TROUBLES[value]
        return rows.filter(where)
