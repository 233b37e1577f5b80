from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.benchmarks.filling import fill
from tests.benchmarks.sizes import SMALL
from tests.pristine import taken_back


@pytest.fixture(scope="module")
def filled(django_db_setup: Any, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The measured hub in small: filled once for a file, in a transaction that is taken back."""
    with taken_back(django_db_blocker):
        fill(SMALL, seed=1)
        yield
