import re
from collections import Counter

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from hub.home.style_guide.examples import examples, with_own_ids
from tests.factories.people import UserFactory, staff_client

pytestmark = pytest.mark.django_db
ADDRESS = "/style-guide/"


@pytest.fixture
def no_demonstration(settings: Settings) -> None:
    settings.DEMO = False


@pytest.fixture
def guide(client: Client) -> str:
    return client.get(ADDRESS).content.decode()


def test_a_demonstration_shows_it_to_everyone(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 200


@pytest.mark.usefixtures("no_demonstration")
def test_elsewhere_a_stranger_finds_nothing(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.usefixtures("no_demonstration")
def test_elsewhere_someone_without_the_cms_finds_nothing(client: Client) -> None:
    client.force_login(UserFactory())
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.usefixtures("no_demonstration")
def test_elsewhere_someone_who_may_enter_the_cms_sees_it() -> None:
    staff = staff_client()
    staff.get("/cms/")
    assert staff.get(ADDRESS).status_code == 200


def test_every_piece_has_a_heading_of_its_own(guide: str) -> None:
    assert re.findall(r'<h2 id="piece-\d+">(.*?)</h2>', guide) == list(examples())


def test_every_state_is_drawn(guide: str) -> None:
    assert guide.count("data-example") == sum(len(states) for states in examples().values())


def test_no_id_is_on_the_page_twice(guide: str) -> None:
    counted = Counter(re.findall(r'\sid="([^"]+)"', guide))
    assert [name for name, times in counted.items() if times > 1] == []


def test_what_points_at_an_id_follows_it() -> None:
    renamed = with_own_ids('<a href="#x">a</a><p id="x" aria-labelledby="x y">', "1-2")
    assert renamed == '<a href="#x-1-2">a</a><p id="x-1-2" aria-labelledby="x-1-2 y-1-2">'


def test_other_addresses_stay_as_they_are() -> None:
    link = '<a href="#">a</a><a href="/x/#y">b</a>'
    assert with_own_ids(link, "1") == link
