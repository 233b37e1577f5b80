"""What can be done with one page, by who may change it; for others it isn't there."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.models import Page

from hub.core.pagination import page_of
from hub.pages.boards import Framed, KeepsDraft, access_kept_page, note_view
from hub.pages.keepers import Keepers
from hub.pages.models import HubPage
from hub.upkeep.access import access_published_page, access_version
from hub.upkeep.cms.board import BOARD, ICON, BoardView
from hub.upkeep.cms.forms import ConfirmForm, MergeForm, WithdrawForm
from hub.upkeep.comparing import compare
from hub.upkeep.models import Affected, Review
from hub.upkeep.reminding import PAGE
from hub.upkeep.services import bring_back, confirm_page, merge_pages, withdraw_page
from hub.upkeep.showing import Told, told_of
from hub.users.models import User

VERSIONS, WITHDRAW, MERGE = "cms_upkeep_versions", "cms_upkeep_withdraw", "cms_upkeep_merge"
VERSIONS_SHOWN = 30


class OfPage(Framed):
    """About one page, whose opening goes on record as that of its editor does."""

    board = (BOARD, BoardView.page_title)
    header_icon = ICON
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.page = self.access(request.user, kwargs["page_id"])
        note_view(request, self.page)
        return super().dispatch(request, *args, **kwargs)

    def access(self, user: User, page_id: int) -> HubPage:
        return access_kept_page(user, page_id)

    def get_page_title(self) -> str:
        return f"{self.page_title}: {self.page.get_admin_display_title()}"

    def get_success_url(self) -> str:
        return reverse(PAGE, args=[self.page.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"page": self.page}


class BelowPage(OfPage):
    def above(self) -> list[dict[str, Any]]:
        here = {"url": self.get_success_url(), "label": self.page.get_admin_display_title()}
        return [*super().above(), here]


class PageView(KeepsDraft, OfPage, FormView):
    """Who keeps it, what there is to do, and the button that says it is still right."""

    page_title = _("Keep right")
    template_name = "upkeep/cms/page.html"
    form_class = ConfirmForm

    def form_valid(self, form: ConfirmForm) -> HttpResponse:
        confirm_page(page=self.page, by=self.request.user, note=form.cleaned_data["note"])
        seen = _("Thank you. Readers see that it was reviewed today.")
        kept = _("Thank you. That is on record; the page has no readers now.")
        messages.success(self.request, seen if self.page.live else kept)
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        permissions = self.page.permissions_for_user(user)
        return super().get_context_data(**kwargs) | {
            "keepers": Keepers(self.page).first(),
            "changed": changed_below(self.page, self.request),
            "reviews": Review.objects.of(self.page.pk)[:VERSIONS_SHOWN],
            "may_take_away": self.page.live and permissions.can_unpublish(),
        }


def changed_below(page: HubPage, request: HttpRequest) -> list[tuple[Affected, Told | None]]:
    """What waits, each with what changed, where this reader may know it."""
    waiting = list(Affected.objects.open().among(Page.objects.filter(pk=page.pk)))
    told = told_of([row.change for row in waiting], request.reader, request.user)
    return [(row, told.get(row.change_id)) for row in waiting]


class VersionsView(BelowPage, TemplateView):
    """Any two versions, what differs between them in words, and the way back to either."""

    page_title = _("Versions")
    template_name = "upkeep/cms/versions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = self.page.revisions.select_related("user").defer("content")
        asked = [self.request.GET.get(name, "") for name in ("from", "to")]
        before, after = (access_version(self.page, pk) if pk else None for pk in asked)
        compared = None
        if before and after:
            texts = (self.page.with_content_json(version.content) for version in (before, after))
            compared = compare(*texts)
        newest_first = versions.order_by("-created_at", "-pk")
        return super().get_context_data(**kwargs) | {
            "versions": page_of(self.request, newest_first, VERSIONS_SHOWN),
            "before": before,
            "after": after,
            "compared": compared,
        }


class WithdrawView(KeepsDraft, BelowPage, FormView):
    """Puts the banner on a published page, or takes it off."""

    page_title = _("Withdraw")
    template_name = "upkeep/cms/withdraw.html"
    form_class = WithdrawForm

    def access(self, user: User, page_id: int) -> HubPage:
        return access_published_page(user, page_id)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"page": self.page, "reader": self.request.reader}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("then") != "bring_back":
            return super().post(request, *args, **kwargs)
        bring_back(page=self.page, by=request.user)
        messages.success(request, _("The page is no longer withdrawn."))
        return redirect(self.get_success_url())

    def form_valid(self, form: WithdrawForm) -> HttpResponse:
        withdraw_page(page=self.page, by=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("Withdrawn. Readers see the banner now."))
        return super().form_valid(form)


class MergeView(KeepsDraft, BelowPage, FormView):
    page_title = _("Merge into another page")
    template_name = "upkeep/cms/merge.html"
    form_class = MergeForm

    def access(self, user: User, page_id: int) -> HubPage:
        return access_published_page(user, page_id)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"page": self.page, "user": self.request.user}

    def form_valid(self, form: MergeForm) -> HttpResponse:
        merge_pages(page=self.page, by=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("Merged. The old address leads to the other page."))
        return super().form_valid(form)
