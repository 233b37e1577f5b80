"""A throw-away index over the rows of one database."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from search.engines.elastic.engine import ElasticEngine
from search.engines.elastic.indices import Indices
from search.sync.rebuilding import rebuild_index

# Seconds: measuring a slow answer is better than losing it.
PATIENCE = 30.0


@contextmanager
def scratch_engine(using: str) -> Iterator[ElasticEngine]:
    """Without the database in reserve. Raises one of UNAVAILABLE."""
    indices = Indices(f"search-scratch-{uuid.uuid4().hex}")
    try:
        rebuild_index(indices, using)
        yield ElasticEngine(indices, using, PATIENCE)
    finally:
        indices.delete_all()
