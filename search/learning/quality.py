"""Judged searches in the CMS, and how well they do over time."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet

from search.evaluation.chart import Chart
from search.evaluation.own import evaluate_own
from search.learning.report import may_read_searches
from search.models import Evaluation, JudgedQuery

SHOWN = 60


class JudgedQueryViewSet(ModelViewSet):
    model = JudgedQuery
    icon = "check"
    menu_label = _("Judged searches")
    add_to_settings_menu = True
    list_display = ("query", "note")
    search_fields = ("query",)
    panels = (
        FieldPanel("query"),
        FieldPanel("note"),
        InlinePanel("things", heading=_("What it should find"), label=_("thing"), min_num=1),
    )


class QualityView(WagtailAdminTemplateMixin, TemplateView):
    """The newest evaluations. Pressing the button adds one, which takes a second or two."""

    template_name = "search/cms/quality.html"
    page_title = _("How well search does")
    header_icon = "search"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_read_searches(request.reader):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        if evaluate_own() is None:
            messages.error(request, _("No search is judged yet."))
        else:
            messages.success(request, _("Measured."))
        return redirect("cms_search_quality")

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        runs = list(Evaluation.objects.order_by("-at")[:SHOWN])
        newest, before = [*runs, None, None][:2]
        fallen = newest.fallen_since(before) if newest else {}
        figures = sorted(newest.figures.items(), key=lambda pair: pair[1]) if newest else []
        return super().get_context_data(
            runs=runs,
            chart=Chart.of([run.ndcg for run in reversed(runs)]),
            figures=[(query, value, fallen.get(query)) for query, value in figures],
            **kwargs,
        )


@hooks.register("register_admin_urls")
def quality_address() -> list[URLPattern]:
    return [path("search-quality/", QualityView.as_view(), name="cms_search_quality")]


@hooks.register("register_admin_viewset")
def judged_searches() -> JudgedQueryViewSet:
    return JudgedQueryViewSet("judged_searches")
