"""What the best results rest on: law under guidance, a term under the law."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_

from django.db.models import OuterRef, Q, Subquery
from wagtail.models import Page

from hub.access.registry import kinds
from hub.pages.models import Citation
from search.engines.base import RERANKED, Hit

LOOKED_AT = 10
# By id of the entry, the ids of entries.
Resting = Mapping[int, Sequence[int]]


def rests_on(hits: Sequence[Hit]) -> Resting:
    """For the first ten, those among the best 50 that they name as what they rest on.

    Asks only of hits, so it tells of nothing that wasn't decided for this reader. One query.
    """
    page_kinds = {kind.name for kind in kinds() if issubclass(kind.model, Page)}
    pages = {hit.object_id: hit.entry_id for hit in hits[:RERANKED] if hit.kind in page_kinds}
    sources = {(hit.kind, hit.object_id): hit.entry_id for hit in hits[:LOOKED_AT]}
    if len(pages) < 2:
        return {}
    either = reduce(or_, (Q(source_kind=kind, source_id=pk) for kind, pk in sources))
    target = Page.objects.filter(pk__in=pages, translation_key=OuterRef("target_key"))
    cited = Citation.objects.filter(either).annotate(target=Subquery(target.values("pk")[:1]))
    rows = cited.exclude(target=None).values_list("source_kind", "source_id", "target")
    found: dict[int, list[int]] = defaultdict(list)
    for kind, pk, page_id in rows.order_by().distinct():
        found[sources[kind, pk]].append(pages[page_id])
    return found
