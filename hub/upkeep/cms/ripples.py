"""Changes that others rest on: which are open, and thing by thing what was decided."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView

from hub.access.registry import Card
from hub.core.missing import found, require
from hub.core.pagination import page_of
from hub.pages.boards import Framed, KeepsDraft
from hub.upkeep.cms.board import PER_PAGE, Shelf, shelf_asked
from hub.upkeep.cms.forms import DecisionForm
from hub.upkeep.models import Affected, Change
from hub.upkeep.models.change import AffectedQuerySet
from hub.upkeep.resting import Resting, restings
from hub.upkeep.services import decide
from hub.upkeep.showing import Told, told_of
from hub.upkeep.telling import RIPPLE
from hub.users.models import User

RIPPLES, DECIDE, ICON = "cms_ripples", "cms_ripple_item", "resubmit"
NOT_TOLD = Told()
NEAR = Affected.objects.near().filter(change=OuterRef("pk"))


RIPPLE_SHELVES = (
    Shelf(
        "open",
        _("Open"),
        _("Changes on which something rests that nobody has looked at yet."),
        lambda changes: changes.filter(Exists(NEAR.open())).order_by("at", "pk"),
    ),
    Shelf(
        "done",
        _("Dealt with"),
        _("Everything that rests on these changes was decided on."),
        lambda changes: (
            changes.filter(Exists(NEAR)).exclude(Exists(NEAR.open())).order_by("-at", "-pk")
        ),
    ),
)
ITEM_SHELVES = (
    Shelf(
        "open",
        _("To decide"),
        _("These rest on the page that changed. Readers are warned until somebody decides."),
        lambda items: items.open().near(),
    ),
    Shelf(
        "done",
        _("Decided"),
        _("What was found, and by whom."),
        lambda items: items.near().exclude(closed_at=None),
    ),
    Shelf(
        "far",
        _("Further out"),
        _("These rest on it over something else. They have to follow only if that changes."),
        lambda items: items.far(),
    ),
)


def counts_of(changes: list[Change]) -> dict[int, dict[str, int]]:
    """How many things rest on the changed page itself, and how many wait. One query."""
    near = Affected.objects.near().filter(change__in=changes).order_by().values("change")
    counted = near.annotate(near=Count("pk"), waiting=Count("pk", filter=Q(closed_at=None)))
    return {row["change"]: row for row in counted}


class RipplesView(Framed, TemplateView):
    page_title = _("What changed, and what rests on it")
    header_icon = ICON
    template_name = "upkeep/cms/ripples.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shelf = shelf_asked(self.request, RIPPLE_SHELVES)
        changes = shelf.find(Change.objects.select_related("page"))
        listed = page_of(self.request, changes, PER_PAGE)
        told = told_of(listed, self.request.reader, self.request.user)
        counts = counts_of(list(listed))
        return super().get_context_data(**kwargs) | {
            "shelves": RIPPLE_SHELVES,
            "shelf": shelf,
            "page_obj": listed,
            "rows": [(c, told.get(c.pk, NOT_TOLD), counts[c.pk]) for c in listed],
        }


class OfChange(Framed):
    """About one change; what it was is told to those who may read the page."""

    board = (RIPPLES, RipplesView.page_title)
    header_icon = ICON
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        changes = Change.objects.select_related("page").filter(pk=kwargs["change_id"])
        self.change = found(changes.first())
        told = told_of([self.change], request.reader, request.user)
        self.told = told.get(self.change.pk, NOT_TOLD)
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        card = self.told.card
        return card.title if card else str(_("A page that you may not read"))

    def get_success_url(self) -> str:
        return reverse(RIPPLE, args=[self.change.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"change": self.change, "told": self.told}


class RippleView(OfChange, TemplateView):
    template_name = "upkeep/cms/ripple.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        items: AffectedQuerySet = Affected.objects.filter(change=self.change)
        shelf = shelf_asked(self.request, ITEM_SHELVES)
        in_order = shelf.find(items).select_related("closed_by").order_by("step", "kind", "pk")
        listed = page_of(self.request, in_order, PER_PAGE)
        return super().get_context_data(**kwargs) | {
            "shelves": ITEM_SHELVES,
            "shelf": shelf,
            "page_obj": listed,
            "rows": rows_of(list(listed), self.request.user),
        }


@dataclass(frozen=True, slots=True)
class Row:
    """`card` is None where this person may not change the thing, so doesn't learn its name."""

    item: Affected
    kind: str | Promise
    card: Card | None
    url: str


def rows_of(items: list[Affected], user: User) -> list[Row]:
    """One or two queries for each kind among them; none for a kind that is gone."""
    known = restings()
    ids = {kind: [item.object_id for item in items if item.kind == kind] for kind in known}
    cards = {kind: known[kind].cards(some, user) for kind, some in ids.items() if some}
    return [
        Row(item, known[item.kind].plural, card, decide_url(item, known[item.kind], card))
        for item in items
        if item.kind in known
        for card in [cards[item.kind].get(item.object_id)]
    ]


def decide_url(item: Affected, resting: Resting, card: Card | None) -> str:
    """Where somebody decides on it, or sees it once that is done."""
    if card is None:
        return ""
    waits = item.closed_at is None and item.step == 1 and resting.decided_here
    return reverse(DECIDE, args=[item.change_id, item.pk]) if waits else card.url


class DecideView(KeepsDraft, OfChange, FormView):
    """On a thing that has no page of its own in the board of upkeep: a question."""

    template_name = "upkeep/cms/decide.html"
    form_class = DecisionForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.item = found(Affected.objects.near().filter(pk=kwargs["item_id"]).first())
        require(self.item.change_id == kwargs["change_id"])
        resting = found(restings().get(self.item.kind))
        require(resting.decided_here)
        cards = resting.cards([self.item.object_id], request.user)
        self.thing = found(cards.get(self.item.object_id))
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"item": self.item, "thing": self.thing}

    def form_valid(self, form: DecisionForm) -> HttpResponse:
        """Of this change alone. Whoever was quicker is named, and nothing typed is lost."""
        rows = Affected.objects.filter(pk=self.item.pk)
        if not decide(rows=rows, by=self.request.user, **form.cleaned_data):
            form.add_error(None, self.meanwhile())
            return self.form_invalid(form)
        messages.success(self.request, _("Thank you. That is on record."))
        return super().form_valid(form)

    def meanwhile(self) -> str:
        item = Affected.objects.select_related("closed_by").get(pk=self.item.pk)
        person = item.closed_by.name if item.closed_by else _("Somebody")
        words = {"person": person, "outcome": item.get_outcome_display()}
        return _("%(person)s decided meanwhile: %(outcome)s. Yours isn’t kept.") % words
