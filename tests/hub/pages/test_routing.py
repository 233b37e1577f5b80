import pytest
from django.test import Client
from wagtail.models import Page, Site

from hub.pages.routing import page_at
from tests.factories.pages import guidance, restrict

pytestmark = pytest.mark.django_db


def test_a_page_is_found_by_its_address_as_its_own_type() -> None:
    page = guidance(slug="first-day")
    assert page_at("guidance/first-day/") == page
    assert type(page_at("guidance/first-day/")) is type(page)


@pytest.mark.parametrize("path", ["guidance/nothing/", "guidance/first-day/more/", "first-day/"])
def test_other_addresses_find_nothing(client: Client, path: str) -> None:
    guidance(slug="first-day")
    assert page_at(path) is None
    assert client.get(f"/{path}").status_code == 404


def test_a_draft_is_not_found(client: Client) -> None:
    page = guidance(live=False)
    assert page_at(page.url) is None
    assert client.get(page.url).status_code == 404


def test_a_closed_page_is_found_and_stays_closed(client: Client) -> None:
    page = guidance()
    restrict(page)
    assert page_at(page.url) == page
    assert client.get(page.url).status_code == 404


def test_with_several_sites_wagtail_decides(client: Client) -> None:
    page = guidance()
    other = Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other"))
    Site.objects.create(hostname="other.example", root_page=other)
    assert page_at(page.url) is None
    assert client.get(f"/guidance/{page.slug}/").status_code == 200
    answer = client.get(f"/guidance/{page.slug}/", headers={"host": "other.example"})
    assert answer.status_code in {400, 404}
