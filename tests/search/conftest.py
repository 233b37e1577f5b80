from typing import TYPE_CHECKING

import pytest

from search.meaning.current import model
from tests.services import require_semantic_model

if TYPE_CHECKING:
    from search.meaning.model import Model


@pytest.fixture
def sentence_model(settings) -> "Model":
    """The hub ranks by meaning too; the model is loaded once in a process."""
    settings.SEMANTIC_MODEL_DIR = str(require_semantic_model())
    loaded = model()
    assert loaded is not None
    return loaded
