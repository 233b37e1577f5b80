from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _no_counts_of_earlier_tests() -> Iterator[None]:
    """Limits on tries are counted in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()
