"""Makes a registered kind out of a page type. This app has no kinds of its own."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hub.access.pages import readable_pages, rule_of_page, sensitive_pages
from hub.access.registry import Kind, kinds, register
from hub.notices.offers import Offer, register_offer
from hub.pages.models import HubPage

FOLLOWED = _("You follow this page. We'll tell you when it changes what people should do.")
Parts = Mapping[type[Model], Callable[[Any], Iterable[Model]]]


def kinds_of_pages() -> list[Kind]:
    """The kinds whose things are pages of the knowledge base."""
    return [kind for kind in kinds() if issubclass(kind.model, HubPage)]


def page_kind(
    model: type[HubPage],
    *,
    label: str | Promise,
    plural: str | Promise,
    icon: str,
    order: int,
    parts: Parts | None = None,
    followed: str | Promise = FOLLOWED,
) -> Kind:
    """Registers a page type; its own methods give address, document and card.

    Members can follow its pages; `followed` says what they are told of.
    """
    register_offer(Offer(kind=model.kind_name, followed=followed))
    return register(
        Kind(
            name=model.kind_name,
            label=label,
            plural=plural,
            icon=icon,
            order=order,
            model=model,
            live=lambda: model.objects.live(),
            readable=lambda reader: readable_pages(model.objects.all(), reader),
            rule=rule_of_page,
            address=lambda page: page.url or "",
            document=lambda page: page.search_document(),
            card=lambda page: page.card(),
            parts=parts or {},
            sensitive=sensitive_pages,
        )
    )
