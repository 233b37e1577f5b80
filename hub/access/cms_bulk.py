"""What the CMS does to many things at once it does to those that one may read."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from wagtail.admin.views.bulk_action import BulkAction

from hub.access.cms_addresses import all_named
from hub.access.readers import Reader

_chosen = BulkAction.get_actionable_objects


def leave_out_closed_things() -> None:
    """Wagtail takes "all" for everything in a list, and asks nobody who may read it."""
    BulkAction.get_actionable_objects = readable_ones


def readable_ones(action: BulkAction) -> tuple[list[Model], dict[str, Any]]:
    """What is acted on, and in lists by name what is not, as Wagtail gives them."""
    things, others = _chosen(action)
    reader = action.request.reader
    return readable(things, reader), {name: readable(rows, reader) for name, rows in others.items()}


def readable(things: Iterable[Model], reader: Reader) -> list[Model]:
    """Those that are open, in their order; all are of one model. A query and those of the rule."""
    found = list(things)
    for named in all_named():
        if found and isinstance(found[0], named.model()):
            rows = named.every().filter(pk__in=[thing.pk for thing in found])
            opened = set(named.readable(rows, reader).values_list("pk", flat=True))
            return [thing for thing in found if thing.pk in opened]
    return found
