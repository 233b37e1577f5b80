"""Makes a registered kind out of a page type. This app has no kinds of its own."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise

from hub.access.pages import readable_pages, rule_of_page, sensitive_pages
from hub.access.registry import Kind, register
from hub.pages.models import HubPage

Parts = Mapping[type[Model], Callable[[Any], Iterable[Model]]]


def page_kind(
    model: type[HubPage],
    *,
    label: str | Promise,
    plural: str | Promise,
    icon: str,
    order: int,
    parts: Parts | None = None,
) -> Kind:
    """Registers a page type; its own methods give address, document and card."""
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
