"""The worlds that are walked through, made once for a file: making one takes two seconds."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.pristine import taken_back
from tests.walk import closed_world, cms_world


@pytest.fixture(scope="module")
def made_cms_world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[cms_world.World]:
    with taken_back(django_db_blocker):
        yield cms_world.cms_world()


@pytest.fixture(scope="module")
def made_closed_world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[closed_world.World]:
    with taken_back(django_db_blocker):
        yield closed_world.closed_world()


@pytest.fixture
def the_cms_world(made_cms_world: cms_world.World, db: None) -> cms_world.World:
    """Objects of the test's own, for it may change them."""
    return deepcopy(made_cms_world)


@pytest.fixture
def the_closed_world(made_closed_world: closed_world.World, db: None) -> closed_world.World:
    """Objects of the test's own, for it may change them."""
    return deepcopy(made_closed_world)
