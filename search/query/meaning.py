"""How near the best entries come to what a query means."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.db import DEFAULT_DB_ALIAS

from search.engines.base import RERANKED, Hit
from search.meaning.vectors import stored_vectors

if TYPE_CHECKING:
    from search.meaning.model import Model

Closeness = Mapping[int, float]


def vector_of(text: str, model: "Model | None") -> tuple[float, ...]:
    """Of length 1; empty without a model."""
    return tuple(model.query(text).tolist()) if model is not None and text else ()


def closeness(
    text: str, hits: Sequence[Hit], model: "Model | None", using: str = DEFAULT_DB_ALIAS
) -> Closeness:
    """By id of the entry, for those of the best that have vectors; empty without a model.

    It looks only at entries that were decided for this reader, and adds none. One query.
    """
    if model is None or not text or len(hits) < 2:
        return {}
    stored = stored_vectors([h.entry_id for h in hits[:RERANKED]], model.fingerprint, using)
    return model.closeness(text, stored)
