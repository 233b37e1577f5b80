"""The board, one page of it, and the form that closes a problem."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView

from hub.core.pagination import page_of
from hub.pages.boards import Framed, KeepsDraft, access_kept_page, note_view
from hub.usefulness.access import access_problem
from hub.usefulness.cms.board import earlier, rows_for, versions_of
from hub.usefulness.cms.forms import DoneForm
from hub.usefulness.models import PageAnswer
from hub.usefulness.services import deal_with, open_again, present_version
from hub.usefulness.telling import PAGE

BOARD, PROBLEM = "cms_usefulness", "cms_usefulness_problem"
ICON = "form"
PER_PAGE = 50


class BoardView(Framed, TemplateView):
    page_title = _("Whether pages are useful")
    header_icon = ICON
    template_name = "usefulness/cms/board.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        listed = page_of(self.request, rows_for(self.request.user), PER_PAGE)
        return super().get_context_data(**kwargs) | {
            "page_obj": listed,
            "rows": [earlier(row) for row in listed],
        }


class OnBoard(Framed):
    board = (BOARD, BoardView.page_title)
    header_icon = ICON


class PageView(OnBoard, TemplateView):
    """What was said of one page, for who may change it; another isn't there."""

    template_name = "usefulness/cms/page.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.page = access_kept_page(request.user, kwargs["page_id"])
        note_view(request, self.page)
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        answers = PageAnswer.objects.filter(page=self.page.pk).worth_reading()
        return super().get_context_data(**kwargs) | {
            "page": self.page,
            "present": present_version(self.page),
            "versions": list(versions_of(self.page)),
            "answers": page_of(self.request, answers, PER_PAGE),
        }


class ProblemView(KeepsDraft, OnBoard, FormView):
    """Closes a problem with what was done, or opens it again."""

    page_title = _("Deal with a problem")
    template_name = "usefulness/cms/problem.html"
    form_class = DoneForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.problem = access_problem(request.user, kwargs["answer_id"])
        note_view(request, self.problem.page)
        return super().dispatch(request, *args, **kwargs)

    def above(self) -> list[dict[str, Any]]:
        page = self.problem.page
        here = {"url": self.get_success_url(), "label": page.get_admin_display_title()}
        return [*super().above(), here]

    def get_success_url(self) -> str:
        return reverse(PAGE, args=[self.problem.page_id])

    def get_initial(self) -> dict[str, Any]:
        return {"done": self.problem.done, "seen": self.problem.done}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("then") != "open":
            return super().post(request, *args, **kwargs)
        open_again(problem=self.problem, by_id=request.user.pk)
        return redirect(self.get_success_url())

    def form_valid(self, form: DoneForm) -> HttpResponse:
        done = form.cleaned_data["done"]
        if self.problem.done not in {form.cleaned_data["seen"], done}:
            words = {"done": self.problem.done}
            form.add_error(
                None,
                _("Somebody wrote meanwhile: %(done)s. Send it again to replace that.") % words,
            )
            form.data = form.data.copy()
            form.data["seen"] = self.problem.done
            return self.form_invalid(form)
        deal_with(problem=self.problem, done=done, by_id=self.request.user.pk)
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"problem": self.problem}
