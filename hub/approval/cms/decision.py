"""One version of a page, and the decision about it. The mail that asks for it leads here."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from hub.approval.access import access_state
from hub.approval.cms.board import BOARD, ICON, BoardView
from hub.approval.forms import CommentForm, ReasonForm
from hub.approval.line import Line
from hub.approval.models import APPROVE, REJECT
from hub.pages.boards import Framed, KeepsDraft, note_view
from hub.pages.models import HubPage
from hub.upkeep.comparing import compare


class DecisionView(KeepsDraft, Framed, FormView):
    """What changed and who is asked, for whoever may change the page; buttons for who decides."""

    page_title = gettext_lazy("Approval")
    board = (BOARD, BoardView.page_title)
    header_icon = ICON
    template_name = "approval/cms/decision.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.state, self.page = access_state(request.user, kwargs["state_id"])
        note_view(request, self.page)
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return f"{self.page_title}: {self.page.get_admin_display_title()}"

    @property
    def actions(self) -> set[str]:
        if not self.state.is_open:
            return set()
        allowed = self.state.task.specific.get_actions(self.page, self.request.user)
        return {name for name, *_rest in allowed}

    def get_form_class(self) -> type[CommentForm]:
        return ReasonForm if self.request.POST.get("decision") == REJECT else CommentForm

    def get_form(self, form_class: type[CommentForm] | None = None) -> CommentForm:
        """Whoever comes too late, or read an older version, sees that with their words kept."""
        form, sent = super().get_form(form_class), self.request.POST
        if form.is_bound and sent.get("decision") not in self.actions:
            form.add_error(None, _("This isn’t for you to decide, or somebody has decided it."))
        elif form.is_bound and sent.get("seen") != str(self.page.latest_revision_id):
            form.add_error(None, _("The page changed while you read it. Read it again below."))
        return form

    def form_valid(self, form: CommentForm) -> HttpResponse:
        decision = self.request.POST["decision"]
        step = self.state.task.specific
        step.on_action(self.state, self.request.user, decision, **form.cleaned_data)
        messages.success(self.request, self.said(decision))
        return redirect(reverse(BOARD))

    def said(self, decision: str) -> str:
        if decision == REJECT:
            return _("Sent back. The author gets your words by mail.")
        self.page.refresh_from_db()
        if self.page.workflow_in_progress:
            return _("Approved. It waits for the next step now.")
        if self.page.approved_schedule:
            return _("Approved. It goes live on the day that is set.")
        return _("Approved and published.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        newest = self.page.get_latest_revision()
        version = newest.as_object()
        return super().get_context_data(**kwargs) | {
            "page": self.page,
            "state": self.state,
            "newest": newest,
            "version": version,
            "line": Line(self.state, self.page) if self.state.is_open else None,
            "may_approve": APPROVE in self.actions,
            "may_reject": REJECT in self.actions,
            "steps": self.state.workflow_state.task_states.select_related(
                "task", "finished_by"
            ).order_by("started_at", "pk"),
            "compared": self.compared(version),
        }

    def compared(self, version: Any) -> list[Any] | None:
        """Against what readers see now; nothing where they see nothing yet."""
        if not (self.page.live and isinstance(self.page, HubPage)):
            return None
        return compare(self.page, version)
