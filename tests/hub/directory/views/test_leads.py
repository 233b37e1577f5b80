"""The way to one's leads, and the list of them."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.access.enums import Role
from hub.taxonomy.models import Area
from tests.factories.directory import lead_of, practitioner_at
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db

Read = Callable[..., str]


@pytest.fixture
def ardale() -> Area:
    return AreaFactory(name="Ardale", slug="ardale")


def test_a_practitioner_is_led_to_the_leads_of_their_own_area(ardale: Area) -> None:
    answer = sign_in(Client(), practitioner_at(area=ardale)).get("/people/")
    assert answer["Location"] == "/people/leads/?area=ardale"


def test_somebody_of_no_area_is_led_to_all_leads() -> None:
    person = with_role(UserFactory(), Role.PRACTITIONER)
    assert sign_in(Client(), person).get("/people/")["Location"] == "/people/leads/"


@pytest.mark.parametrize("signed_in", [True, False])
def test_others_read_who_leads_are_and_no_name(ardale: Area, signed_in: bool) -> None:
    lead_of(ardale, name="Sam Okafor")
    client = sign_in(Client(), UserFactory()) if signed_in else Client()
    answer = client.get("/people/")
    assert "Two people to ask in each area" in answer.content.decode()
    assert "Okafor" not in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_a_member_is_told_how_to_be_verified(read: Read) -> None:
    assert "/account/verification/" in read(UserFactory(), "/people/")


def test_the_list_shows_leads_and_gaps(ardale: Area, read: Read) -> None:
    helen = lead_of(ardale, "community-safety", name="Helen Ashworth")
    found = read(practitioner_at(), "/people/leads/?area=ardale")
    assert f'<a href="/people/{helen.pk}/">Helen Ashworth</a>' in found
    assert "No police lead yet for Ardale" in found
    assert "Ask instead:" in found


def test_an_area_counts_with_those_inside_it(ardale: Area, read: Read) -> None:
    AreaFactory(name="Low Ardale", slug="low-ardale", parent=ardale)
    AreaFactory(name="Brimlow", slug="brimlow")
    found = read(practitioner_at(), "/people/leads/?area=ardale")
    assert 'id="area-low-ardale"' in found
    assert 'id="area-brimlow"' not in found


def test_an_area_that_is_not_there_narrows_nothing(ardale: Area, read: Read) -> None:
    assert 'id="area-ardale"' in read(practitioner_at(), "/people/leads/?area=nowhere")


def test_each_area_in_the_address_can_be_taken_away(ardale: Area, read: Read) -> None:
    AreaFactory(name="Brimlow", slug="brimlow")
    found = read(practitioner_at(), "/people/leads/?area=ardale&area=brimlow")
    assert 'href="?area=ardale"' in found
    assert 'href="?area=brimlow"' in found


def test_more_leads_cost_no_more_queries(ardale: Area) -> None:
    client = sign_in(Client(), practitioner_at(area=ardale))
    counts = []
    for _ in range(2):
        lead_of(AreaFactory(parent=ardale), "police")
        lead_of(AreaFactory(parent=ardale), "community-safety")
        client.get("/people/leads/")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/people/leads/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
