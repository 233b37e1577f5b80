"""What is in place in an area, as people of the area, its leads and administrators meet it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.interventions.conditions import Condition, Presence
from hub.taxonomy.models import Area
from tests.factories.areas import client_of, lead_of, practitioner_in, stated
from tests.factories.people import AreaFactory, UserFactory, staff_client, with_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Area:
    return AreaFactory(name="Ardale", slug="ardale")


@pytest.fixture
def colleague(area: Area) -> Client:
    return client_of(practitioner_in(area))


def html_of(client: Client, name: str, *args: str) -> str:
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_people_of_the_area_read_what_is_stated(colleague: Client, area: Area) -> None:
    stated(area, Condition.SHARING, Presence.PARTLY, note="The hospital has a draft.")
    html = html_of(colleague, "area", "ardale")
    wanted = ("A signed agreement to share data", "Partly in place", "The hospital has a draft.")
    assert [words for words in wanted if words not in html] == []


def test_every_condition_of_the_list_stands_there(colleague: Client, area: Area) -> None:
    html = html_of(colleague, "area", "ardale")
    assert html.count("<strong>Not stated</strong>") == len(Condition)


def test_what_was_stated_long_ago_says_so(colleague: Client, area: Area) -> None:
    stated(area, as_of=timezone.localdate() - timedelta(days=366))
    assert "more than a year ago" in html_of(colleague, "area", "ardale")


def test_what_was_stated_lately_says_nothing_of_its_age(colleague: Client, area: Area) -> None:
    stated(area, as_of=timezone.localdate() - timedelta(days=364))
    assert "more than a year ago" not in html_of(colleague, "area", "ardale")


@pytest.mark.parametrize("name", ["area", "area_history"])
def test_people_of_another_area_find_nothing(area: Area, name: str) -> None:
    stranger = client_of(practitioner_in(AreaFactory()))
    assert stranger.get(reverse(name, args=["ardale"])).status_code == 404
    assert stranger.get(reverse(name, args=["nowhere"])).status_code == 404


@pytest.mark.parametrize("name", ["area", "area_history"])
def test_a_member_of_the_area_who_is_not_verified_finds_nothing(area: Area, name: str) -> None:
    member = client_of(with_role(UserFactory(), Role.MEMBER, area=area))
    assert member.get(reverse(name, args=["ardale"])).status_code == 404


def test_administrators_read_every_area(area: Area) -> None:
    assert "Ardale" in html_of(staff_client(), "area", "ardale")


def test_only_whoever_may_state_is_offered_to(colleague: Client, area: Area) -> None:
    address = reverse("area_state", args=["ardale", "team"])
    assert address not in html_of(colleague, "area", "ardale")
    assert address in html_of(client_of(lead_of(area)), "area", "ardale")


def test_reading_is_on_the_record_once_a_day(colleague: Client, area: Area) -> None:
    for _ in range(2):
        html_of(colleague, "area", "ardale")
    assert AuditRecord.objects.filter(action="area.viewed").count() == 1


def test_the_history_holds_what_was_said_before_and_who_said_it(
    colleague: Client, area: Area
) -> None:
    stated(area, note="No money.", by=UserFactory(name="Helen Lead"))
    stated(area, note="Money came.")
    html = html_of(colleague, "area_history", "ardale")
    assert html.index("Money came.") < html.index("No money.")
    assert "Helen Lead" in html


def test_the_list_names_ones_own_areas_alone(colleague: Client, area: Area) -> None:
    AreaFactory(name="Brimlow")
    html = html_of(colleague, "areas")
    assert "Ardale" in html
    assert "Brimlow" not in html


def test_administrators_find_every_area_in_the_list(area: Area) -> None:
    AreaFactory(name="Brimlow")
    assert "Brimlow" in html_of(staff_client(), "areas")


def test_whoever_is_verified_nowhere_is_told_how_to_be() -> None:
    html = html_of(client_of(UserFactory()), "areas")
    assert "not verified in an area yet" in html


def test_the_list_says_when_something_was_stated_last(colleague: Client, area: Area) -> None:
    assert "Nothing stated yet" in html_of(colleague, "areas")
    stated(area)
    assert "Last stated on" in html_of(colleague, "areas")
