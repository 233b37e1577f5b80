"""What the best results rest on: law under guidance, a term under the law."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.models import Page

from hub.access.registry import kinds
from hub.pages.citations import translation_keys
from hub.pages.models import Citation
from search.engines.base import RERANKED, Hit

LOOKED_AT = 10
# By id of the entry, the ids of entries.
Resting = Mapping[int, Sequence[int]]


def rests_on(hits: Sequence[Hit]) -> Resting:
    """For the first ten, those among the best 50 that they name as what they rest on.

    Asks only of hits, so it tells of nothing that wasn't decided for this reader. Two queries.
    """
    page_kinds = {kind.name for kind in kinds() if issubclass(kind.model, Page)}
    pages = {hit.object_id: hit.entry_id for hit in hits[:RERANKED] if hit.kind in page_kinds}
    sources = {(hit.kind, hit.object_id): hit.entry_id for hit in hits[:LOOKED_AT]}
    if len(pages) < 2:
        return {}
    targets = {key: pages[pk] for pk, key in translation_keys(pages).items()}
    either = reduce(or_, (Q(source_kind=kind, source_id=pk) for kind, pk in sources))
    cited = Citation.objects.filter(either, target_key__in=targets)
    found: dict[int, list[int]] = defaultdict(list)
    for kind, pk, key in cited.values_list("source_kind", "source_id", "target_key"):
        if targets[key] not in found[sources[kind, pk]]:
            found[sources[kind, pk]].append(targets[key])
    return found
