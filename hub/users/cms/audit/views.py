from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, Table
from wagtail.admin.views.reports import ReportView

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.access.readers import Reader
from hub.access.services import record_once_a_day
from hub.core.batches import BATCH
from hub.users.cms.audit.filters import AuditFilters, person_named
from hub.users.cms.audit.rows import shown


def may_read_audit(reader: Reader) -> bool:
    """Administrators of the whole hub. Being able to do everything is no right to read this."""
    return reader.has_role(Role.ADMINISTRATOR)


class AuditView(ReportView):
    """Who used which power, and who saw what isn't open to everyone.

    Reading it is recorded, here once a day, and each export by hub.access.middleware.
    """

    model = AuditRecord
    verbose_name_plural = AuditRecord._meta.verbose_name_plural
    page_title = _("Audit record")
    header_icon = "history"
    index_url_name = "cms_audit"
    index_results_url_name = "cms_audit_results"
    filterset_class = AuditFilters
    is_searchable = False
    default_ordering = ("-at", "-pk")
    list_export = ("pk", "when", "person_id", "person", "action", "subject", "reason")
    export_headings = {
        "pk": _("Number"),
        "when": _("When"),
        "person_id": _("Who (number)"),
        "person": _("Who (name today)"),
        "action": _("What they did"),
        "subject": _("To what"),
        "reason": _("Reason"),
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_read_audit(request.reader):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """An export is read row by row: Wagtail's own way holds all of them in memory first."""
        subject, by = self.asked_for(), request.reader.user_id
        record_once_a_day(action="audit.read", subject=subject, person_id=by)
        if not self.is_export:
            return super().get(request, *args, **kwargs)
        records = self.get_filtered_queryset().iterator(chunk_size=BATCH)
        return self.as_spreadsheet(shown(records), request.GET["export"])

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Nothing for a filter that makes no sense, where Wagtail would show everything."""
        if not self.filters.is_valid():
            return queryset.none()
        return super().filter_queryset(queryset)

    def asked_for(self) -> str:
        """Whose records, where somebody looks at one person's; else all."""
        person = self.request.GET.get("person", "").strip()
        return f"person {person_named(person)}" if person else "audit"

    @cached_property
    def columns(self) -> list[Column]:
        return [
            Column("when", label=_("When")),
            Column("person", label=_("Who")),
            Column("person_id", label=_("Number")),
            Column("action", label=_("What they did")),
            Column("subject", label=_("To what")),
            Column("reason", label=_("Reason")),
        ]

    def get_table(self, object_list: Iterable[AuditRecord]) -> Table:
        return super().get_table(list(shown(object_list)))

    def get_filename(self) -> str:
        return f"audit-record-{timezone.localdate():%Y-%m-%d}"
