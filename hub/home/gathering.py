"""Everything the hub has on a theme, read from the search entries."""

from dataclasses import dataclass, field

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from hub.access.readers import Reader
from hub.access.registry import Kind, kinds
from hub.home.entries import ShownEntry, shown
from hub.taxonomy.models import Theme
from search.enums import Facet
from search.models import Entry

SHOWN_PER_KIND = 5
SHOWN_OF_ONE = 200


@dataclass(slots=True)
class Group:
    """The newest things of one kind, and how many there are in all."""

    kind: Kind
    total: int
    entries: list[ShownEntry] = field(default_factory=list)


def gathered_by_kind(theme: Theme, reader: Reader, whole: str = "") -> list[Group]:
    """Groups in the order in which kinds are registered, the one of the kind `whole` in full.

    Three queries, however much there is.
    """
    rank = Window(
        RowNumber(),
        partition_by="kind",
        order_by=[F("date").desc(nulls_last=True), F("object_id").asc()],
    )
    total = Window(Count("pk"), partition_by="kind")
    rows = (
        Entry.objects.readable_by(reader)
        .labelled(Facet.THEME, theme.slug)
        .exclude(kind="theme")
        .select_related("text")
        .annotate(rank=rank, total=total)
        .filter(Q(rank__lte=SHOWN_PER_KIND) | Q(kind=whole, rank__lte=SHOWN_OF_ONE))
        .order_by("rank")
    )
    groups: dict[str, Group] = {}
    known = {kind.name: kind for kind in kinds()}
    for row in rows:
        group = groups.setdefault(row.kind, Group(known[row.kind], row.total))
        group.entries.append(shown(row))
    return [groups[name] for name in known if name in groups]
