import pytest
from django.http import HttpResponseRedirect

from hub.users import agency_views
from tests.matrix.things import World, make_world


@pytest.fixture
def world(db: None, monkeypatch: pytest.MonkeyPatch) -> World:
    """No agency's server is asked where its sign-in is."""
    away = HttpResponseRedirect("https://agency.example/")
    monkeypatch.setattr(agency_views, "login", lambda request, provider_id: away)
    return make_world()
