"""Which pages have most to mend, for those who edit them. Numbers only: no words are kept."""

from typing import Any

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from hub.access.registry import kind_named, kind_of_model
from hub.pages.boards import changeable_by
from hub.pages.kinds import kinds_of_pages
from hub.quality.enums import FindingKind
from hub.quality.models import PageCheck

REPORT, RESULTS, OF_PAGE = "cms_page_checks", "cms_page_checks_results", "cms_checks_of_page"


def choices() -> list[tuple[str, Any]]:
    return [(kind.name, kind.plural) for kind in kinds_of_pages()]


class CheckFilters(WagtailFilterSet):
    check = django_filters.ChoiceFilter(
        label=_("What to mend"), choices=FindingKind.choices, method="by_check"
    )
    kind = django_filters.ChoiceFilter(label=_("Kind of page"), choices=choices, method="by_kind")

    class Meta:
        model = PageCheck
        fields = ("check", "kind")

    def by_check(self, rows: QuerySet, _name: str, value: str) -> QuerySet:
        return rows.with_kind(value)

    def by_kind(self, rows: QuerySet, _name: str, value: str) -> QuerySet:
        type_of_page = ContentType.objects.get_for_model(kind_named(value).model)
        return rows.filter(page__content_type=type_of_page)


class QualityReport(ReportView):
    """A row for each page that has something to mend, of those that whoever asks may edit."""

    model = PageCheck
    verbose_name_plural = _("pages")
    page_title = _("What could be mended in pages")
    header_icon = "glasses"
    index_url_name = REPORT
    index_results_url_name = RESULTS
    filterset_class = CheckFilters
    is_searchable = False
    no_results_message = _("Nothing to mend is known. Pages are looked over soon after a change.")
    list_export = (
        "page.title",
        "kind",
        "total",
        *(f"numbers.{kind}" for kind in FindingKind),
        "checked_at",
    )
    export_headings = {
        "page.title": _("Page"),
        "kind": _("Kind of page"),
        "total": _("All"),
        **{f"numbers.{kind}": kind.label for kind in FindingKind},
        "checked_at": _("Looked over"),
    }

    def get_queryset(self) -> QuerySet:
        rows = PageCheck.objects.mendable().filter(page__in=changeable_by(self.request.user))
        return rows.select_related("page__content_type").prefetch_related("counts")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        for row in object_list:
            kind = kind_of_model(row.page.content_type.model_class())
            row.kind = kind.label if kind else ""
        return object_list

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("page", label=_("Page"), get_url=address_of_list),
            Column("kind", label=_("Kind of page")),
            Column("total", label=_("All")),
            Column("words", label=_("What to mend")),
            Column("checked_at", label=_("Looked over")),
        ]


def address_of_list(row: PageCheck) -> str:
    return reverse(OF_PAGE, args=[row.page_id])
