from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.http import HttpResponseRedirect
from pytest_django import DjangoDbBlocker

from hub.users import agency_views
from tests.matrix.things import World, make_world
from tests.pristine import taken_back


@pytest.fixture(scope="module")
def made_world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with taken_back(django_db_blocker):
        yield make_world()


@pytest.fixture
def world(made_world: World, db: None, monkeypatch: pytest.MonkeyPatch) -> World:
    """Objects of the test's own. No agency's server is asked where its sign-in is."""
    away = HttpResponseRedirect("https://agency.example/")
    monkeypatch.setattr(agency_views, "login", lambda request, provider_id: away)
    return deepcopy(made_world)
