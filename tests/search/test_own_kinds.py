"""A kind that an app declares is found, counted and closed without a line elsewhere."""

from collections.abc import Iterator

import pytest
from django.test import Client

from hub.access import registry
from hub.access.readers import Reader
from hub.access.registry import Card, Document, Kind, Section
from hub.access.rules import rule
from hub.access.tokens import MEMBER
from hub.taxonomy.models import Theme
from search.models import Entry
from search.sync.receivers import connect_kind
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db


def readable(reader: Reader) -> object:
    return Theme.objects.all() if reader.may_read(rule([MEMBER])) else Theme.objects.none()


BOATS = Kind(
    name="boat",
    label="Boat",
    plural="Boats",
    icon="users",
    order=999,
    model=Theme,
    live=Theme.objects.all,
    readable=readable,
    rule=lambda _boat: rule([MEMBER]),
    address=lambda boat: f"/boats/{boat.slug}/",
    document=lambda boat: Document(boat.name, sections=(Section("keel", "Keel", "of larch"),)),
    card=lambda boat: Card("boat", boat.name, f"/boats/{boat.slug}/"),
)


@pytest.fixture
def boats() -> Iterator[None]:
    registry.register(BOATS)
    connect_kind(BOATS)
    yield
    registry._kinds.pop("boat")
    Entry.objects.filter(kind="boat").delete()


def test_it_is_found_where_it_matches_and_by_its_kind(boats: None) -> None:
    Theme.objects.create(name="Skiff", slug="skiff")
    client = sign_in(Client(), UserFactory())
    response = client.get("/search/", {"q": "larch", "kind": "boat"})
    result = response.context["results"][0]
    assert (result.kind, result.title, result.section_url) == (
        "Boat",
        "Skiff",
        "/boats/skiff/#keel",
    )


def test_it_is_closed_to_those_whom_it_isn_t_for(boats: None, client: Client) -> None:
    Theme.objects.create(name="Skiff", slug="skiff")
    assert client.get("/search/", {"q": "larch"}).context["results"] == []
