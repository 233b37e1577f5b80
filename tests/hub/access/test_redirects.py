"""A redirect leads nobody to what is closed to them, and says nothing of it."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.guidance.models import GuidancePage
from hub.taxonomy.models import Area
from tests.factories import pages
from tests.factories.people import AreaFactory, UserFactory, sign_in, staff_client, with_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Area:
    return AreaFactory()


@pytest.fixture
def closed(area: Area) -> GuidancePage:
    page = pages.guidance(title="Second name", slug="second-name")
    pages.restrict(page, group_for_area(area))
    Redirect.objects.create(old_path="/guidance/first-name", redirect_page=page)
    return page


def client_in(area: Area, *roles: Role) -> Client:
    person = with_role(UserFactory(), Role.MEMBER, area=area)
    for role in roles:
        with_role(person, role)
    return sign_in(Client(), person, mfa=True)


def test_the_old_address_of_a_closed_page_is_missing(client: Client, closed: GuidancePage) -> None:
    answer = client.get("/guidance/first-name/")
    assert answer.status_code == 404
    assert "second-name" not in answer.content.decode()


@pytest.mark.parametrize("to", ["/guidance/second-name/", "/guidance/second-name/team-briefing/"])
def test_so_is_an_address_that_leads_to_its_address(
    client: Client, closed: GuidancePage, to: str
) -> None:
    Redirect.objects.create(old_path="/old", redirect_link=to)
    assert client.get("/old/").status_code == 404


def test_so_is_that_of_a_page_that_is_no_longer_published(client: Client) -> None:
    page = pages.guidance(title="Withdrawn", slug="withdrawn")
    Redirect.objects.create(old_path="/old", redirect_page=page)
    page.unpublish()
    assert client.get("/old/").status_code == 404


def test_who_may_read_the_page_gets_there(area: Area, closed: GuidancePage) -> None:
    answer = client_in(area).get("/guidance/first-name/")
    assert (answer.status_code, answer["Location"]) == (301, closed.url)


@pytest.mark.parametrize("to", ["/guidance/", "https://agency.example/elsewhere/", "/search/?q=a"])
def test_what_is_open_is_reached_as_before(client: Client, to: str) -> None:
    Redirect.objects.create(old_path="/old", redirect_link=to)
    assert client.get("/old/")["Location"] == to


LISTS = ("/cms/redirects/", "/cms/redirects/results/", "/cms/redirects/?export=csv")


@pytest.mark.parametrize("address", LISTS)
def test_administrators_see_those_to_pages_that_they_may_read(
    area: Area, closed: GuidancePage, address: str
) -> None:
    Redirect.objects.create(old_path="/open", redirect_page=closed.get_parent())
    answers = [client_in(area, Role.ADMINISTRATOR).get(address), staff_client().get(address)]
    texts = [b"".join(a) if a.streaming else a.content for a in answers]
    assert [b"first-name" in text for text in texts] == [True, False]
    assert [b"/open" in text for text in texts] == [True, True]


@pytest.mark.parametrize("address", ["/cms/redirects/{}/", "/cms/redirects/{}/delete/"])
def test_one_to_a_closed_page_is_missing_in_the_cms(
    area: Area, closed: GuidancePage, address: str
) -> None:
    address = address.format(Redirect.objects.get().pk)
    assert staff_client().get(address).status_code == 404
    assert client_in(area, Role.ADMINISTRATOR).get(address).status_code == 200
