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
    """Those that are open, in their order. One query for each kind of thing with a rule."""
    left = list(things)
    for named in all_named():
        ids = [thing.pk for thing in left if isinstance(thing, named.model())]
        rows = named.readable(named.every().filter(pk__in=ids), reader) if ids else ()
        opened = {row.pk for row in rows}
        left = [thing for thing in left if thing.pk in opened or thing.pk not in ids]
    return left
