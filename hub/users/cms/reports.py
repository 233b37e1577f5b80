"""Wagtail's reports, without what is closed to the person who reads them.

Three of them ask otherwise than by the permissions of pages: for what somebody has locked, for the
last page of each type, and for a log that keeps the names of things.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.admin.views.reports.base import ReportView
from wagtail.admin.views.reports.locked_pages import LockedPagesView
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.models import ModelLogEntry

from hub.access.cms_addresses import all_named
from hub.access.pages import may_read_page, readable_or_draft


class ReadableLockedPages(LockedPagesView):
    def get_queryset(self) -> QuerySet:
        return readable_or_draft(super().get_queryset(), self.request.reader)


class ReadablePageTypes(PageTypesUsageReportView):
    def decorate_paginated_queryset(self, page_types: Iterable[Any]) -> Iterable[Any]:
        decorated = super().decorate_paginated_queryset(page_types)
        for item in decorated:
            last = item.last_edited_page
            if last and not may_read_page(last, self.request.reader):
                item.last_edited_page = None
        return decorated


class ReadableHistory(LogEntriesView):
    """Of things with a rule, the log shows what is there and readable: names outlive things."""

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        found = super().filter_queryset(queryset)
        if queryset.model is not ModelLogEntry:
            return found
        for named in all_named():
            model = named.model()
            readable = named.readable(named.every(), self.request.reader)
            ids = [str(pk) for pk in readable.values_list("pk", flat=True)]
            kind = ContentType.objects.get_for_model(model)
            found = found.exclude(Q(content_type=kind) & ~Q(object_id__in=ids))
        return found


def report(place: str, view: type[ReportView]) -> list[URLPattern]:
    """The report and its results, in the place of Wagtail's own and under its name."""

    def shown(request: HttpRequest, *, results_only: bool = False) -> HttpResponse:
        return view.as_view(results_only=results_only)(request)

    closed, name = never_cache(require_admin_access(shown)), view.index_url_name.split(":")[1]
    return [
        path(f"cms/reports/{place}/", closed, name=name),
        path(f"cms/reports/{place}/results/", closed, {"results_only": True}, f"{name}_results"),
    ]


urlpatterns: list[URLPattern] = [
    *report("locked", ReadableLockedPages),
    *report("page-types-usage", ReadablePageTypes),
    *report("site-history", ReadableHistory),
]
