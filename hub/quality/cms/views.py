from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from hub.pages.boards import Framed, note_view
from hub.quality.checks import page_findings
from hub.quality.cms.editor import access_newest_text, page_as_typed
from hub.quality.cms.report import REPORT, QualityReport


class PageChecks(Framed, TemplateView):
    """What could be mended in one page: as it was last saved, or as the editor holds it now."""

    template_name = "quality/cms/page.html"
    header_icon = QualityReport.header_icon
    board = (REPORT, QualityReport.page_title)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.page = access_newest_text(request.user, kwargs["page_id"])
        note_view(request, self.page)
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        title = self.page.get_admin_display_title()
        return _("What could be mended in “%(title)s”") % {"title": title}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "page": self.page,
            "findings": page_findings(self.page),
        }

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """The notes alone. The script of the editor asks for them while somebody writes."""
        try:
            page = page_as_typed(self.page, request.POST, request.user)
        except (KeyError, ValueError):
            return HttpResponseBadRequest()
        context = {"page": page, "findings": page_findings(page)}
        return render(request, "quality/cms/partials/notes.html", context)
