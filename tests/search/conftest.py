"""An index of its own for each test that asks for Elasticsearch; a sentence model for others."""

import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pytest_django.fixtures import Settings

from search.engines.current import ELASTIC
from search.engines.elastic import current
from search.engines.elastic.indices import Indices, live_indices
from search.meaning.current import model
from search.sync import shipping
from tests.services import require_elasticsearch, require_semantic_model

if TYPE_CHECKING:
    from search.meaning.model import Model


@pytest.fixture(scope="session")
def _node() -> None:
    require_elasticsearch()


@pytest.fixture
def indices(_node: None, settings: Settings) -> Iterator[Indices]:
    """The hub asks Elasticsearch, whose indices are this test's own and are still to be built."""
    settings.SEARCH_ENGINE = ELASTIC
    settings.ELASTICSEARCH_INDEX = f"test-{uuid.uuid4().hex}"
    current.breaker.close()
    shipping.breaker.close()
    yield live_indices()
    live_indices().delete_all()


@pytest.fixture
def sentence_model(settings: Settings) -> "Model":
    """The hub ranks by meaning too; the model is loaded once in a process."""
    settings.SEMANTIC_MODEL_DIR = str(require_semantic_model())
    loaded = model()
    assert loaded is not None
    return loaded
