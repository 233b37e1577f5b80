"""The engine that the hub asks: Elasticsearch, with the database in reserve."""

from search.engines.breaker import Breaker
from search.engines.database.current import database_engine
from search.engines.elastic.client import UNAVAILABLE
from search.engines.elastic.engine import ElasticEngine
from search.engines.elastic.indices import Indices, live_indices
from search.engines.reserve import WithReserve

# One for each process.
breaker = Breaker()


def elastic_engine(using: str = "default", indices: Indices | None = None) -> WithReserve:
    first = ElasticEngine(indices or live_indices(), using)
    return WithReserve(first, database_engine(using), breaker, UNAVAILABLE)
