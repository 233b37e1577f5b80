import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from hub.access.audit.words import choices
from hub.access.models import AuditRecord
from hub.core.numbers import row_id
from hub.users.models import User

NOBODY = 0


def person_named(text: str) -> int:
    """The id of a person given as a number or as an address; NOBODY where there is none."""
    number = row_id(text.strip())
    if number is not None:
        return number
    found = User.objects.filter(email=text.strip().lower()).values_list("pk", flat=True).first()
    return found or NOBODY


class AuditFilters(WagtailFilterSet):
    person = django_filters.CharFilter(label=_("Who: number or email address"), method="by_person")
    action = django_filters.ChoiceFilter(label=_("What they did"), choices=choices)
    subject = django_filters.CharFilter(label=_("To what: kind and number, such as page 12"))
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)

    class Meta:
        model = AuditRecord
        fields = ("person", "action", "subject", "at")

    def by_person(self, rows: QuerySet, _name: str, value: str) -> QuerySet:
        return rows.filter(person_id=person_named(value))
