"""What people search for and don't find, for those who can mend it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, NumberColumn, Table
from wagtail.admin.views.reports import ReportView

from hub.access.enums import Role
from hub.access.readers import Reader
from search.learning.filters import SearchFilters
from search.learning.mending import glossary_in_cms, ways_to_mend
from search.learning.rows import QueryRow, shown
from search.models import LoggedSearch


def may_read_searches(reader: Reader) -> bool:
    """Those who write the hub's content, and administrators, each for the whole hub."""
    return reader.has_role(Role.AUTHOR, Role.REVIEWER, Role.ADMINISTRATOR)


class SearchesView(ReportView):
    """Queries of a period, most asked first. Two queries, whatever their number."""

    model = LoggedSearch
    verbose_name_plural = LoggedSearch._meta.verbose_name_plural
    page_title = _("What people search for")
    header_icon = "search"
    index_url_name = "cms_searches"
    index_results_url_name = "cms_searches_results"
    filterset_class = SearchFilters
    is_searchable = False
    list_export = ("words", "asked", "empty", "opened", "unopened", "missed", "place")
    export_headings = {
        "words": _("Searched for"),
        "asked": _("Times"),
        "empty": _("Nothing found"),
        "opened": _("Something opened"),
        "unopened": _("Nothing opened"),
        "missed": _("Not what they needed"),
        "place": _("Place of what was opened first"),
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_read_searches(request.reader):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet:
        return LoggedSearch.objects.summed()

    def get_filtered_queryset(self) -> QuerySet:
        """Nothing for a filter that makes no sense, where Wagtail would show everything."""
        found = self.get_queryset()
        found = self.filters.filter_queryset(found) if self.filters.is_valid() else found.none()
        return found.filter(asked__gt=0).order_by("-asked", "words")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.is_export:
            return super().get(request, *args, **kwargs)
        return self.as_spreadsheet(shown(self.get_filtered_queryset()), request.GET["export"])

    @cached_property
    def columns(self) -> list[Column]:
        return [
            Column("words", label=_("Searched for")),
            NumberColumn("asked", label=_("Times")),
            NumberColumn("empty", label=_("Nothing found")),
            NumberColumn("unopened", label=_("Nothing opened")),
            NumberColumn("missed", label=_("Not what they needed")),
            Column("place", label=_("First opened at")),
            Column("mend", label=_("Mend it"), accessor=self.mend),
        ]

    def mend(self, row: QueryRow) -> str:
        return ways_to_mend(row.words, self.request.user, self.glossary)

    @cached_property
    def glossary(self) -> str:
        return glossary_in_cms()

    def get_table(self, object_list: Iterable[dict[str, Any]]) -> Table:
        return super().get_table(list(shown(object_list)))

    def get_filename(self) -> str:
        return f"searches-{timezone.localdate():%Y-%m-%d}"
