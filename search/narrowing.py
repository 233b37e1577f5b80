"""What an address says beside words and facets: how new results must be, and their order."""

import datetime

from django.db.models import TextChoices
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.core.dates import add_months
from search.enums import Sort


class Period(TextChoices):
    """The value is the name in the address."""

    MONTH = "month", _("The past month")
    HALF_YEAR = "half-year", _("The past six months")
    YEAR = "year", _("The past year")
    FIVE_YEARS = "five-years", _("The past five years")

    def since(self, today: datetime.date) -> datetime.date:
        return add_months(today, -MONTHS[self])


MONTHS = {Period.MONTH: 1, Period.HALF_YEAR: 6, Period.YEAR: 12, Period.FIVE_YEARS: 60}


def chosen_period(address: QueryDict) -> Period | None:
    value = address.get("since", "")
    return Period(value) if value in Period.values else None


def chosen_since(address: QueryDict) -> datetime.date | None:
    """The first day that counts; None where the address names no period there is."""
    period = chosen_period(address)
    return period.since(timezone.localdate()) if period else None


def chosen_sort(address: QueryDict) -> Sort:
    value = address.get("sort", "")
    return Sort(value) if value in Sort.values else Sort.RELEVANCE
