from collections.abc import Iterator
from copy import deepcopy

import pytest
from pytest_django import DjangoDbBlocker

from tests.canaries.world import World, make_world
from tests.pristine import taken_back


@pytest.fixture(scope="module")
def made_world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with taken_back(django_db_blocker):
        yield make_world()


@pytest.fixture
def world(made_world: World, db: None) -> World:
    """Objects of the test's own, for it may change them."""
    return deepcopy(made_world)
