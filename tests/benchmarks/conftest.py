from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.benchmarks.filling import fill
from tests.benchmarks.sizes import SMALL


@pytest.fixture(scope="module")
def filled(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """The measured hub in small: filled once for a file, in a transaction that is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        fill(SMALL, seed=1)
        yield
        transaction.set_rollback(True)
