"""Any two versions of a page are compared, and none of another."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from hub.access.enums import Role
from hub.guidance.models import GuidancePage
from tests.factories import pages
from tests.factories.people import staff_client
from tests.factories.upkeep import publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return staff_client(Role.AUTHOR)


@pytest.fixture
def guide() -> GuidancePage:
    page = publish(pages.guidance(summary="Tell the council"))
    return publish(publish(page, summary="Tell the police"), summary="Tell the school")


def versions(page: GuidancePage) -> list[int]:
    return list(page.revisions.order_by("pk").values_list("pk", flat=True))


def compared(client: Client, page: GuidancePage, first: object, second: object) -> str:
    address = f"/cms/upkeep/{page.pk}/versions/?from={first}&to={second}"
    return client.get(address).content.decode()


def test_two_versions_far_apart_are_compared(client: Client, guide: GuidancePage) -> None:
    first, _second, third = versions(guide)
    html = BeautifulSoup(compared(client, guide, first, third), "html.parser")
    assert "council" in html.find("del").get_text()
    assert "school" in html.find("ins").get_text()
    assert "police" not in html.get_text()


def test_what_was_chosen_stays_chosen_on_another_page_of_the_list(
    client: Client, guide: GuidancePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hub.upkeep.cms.views.VERSIONS_SHOWN", 1)
    first, _second, third = versions(guide)
    html = BeautifulSoup(compared(client, guide, first, f"{third}&page=2"), "html.parser")
    assert [field["value"] for field in html.select("main input[type=hidden]")] == [
        str(first),
        str(third),
    ]


def test_a_version_can_be_opened_to_restore_it(client: Client, guide: GuidancePage) -> None:
    first = versions(guide)[0]
    address = f"/cms/pages/{guide.pk}/revisions/{first}/revert/"
    assert address in client.get(f"/cms/upkeep/{guide.pk}/versions/").content.decode()
    assert "Tell the council" in client.get(address).content.decode()


def test_a_version_of_another_page_is_missing(client: Client, guide: GuidancePage) -> None:
    other = versions(publish(pages.guidance()))[0]
    address = f"/cms/upkeep/{guide.pk}/versions/?from={other}&to={versions(guide)[0]}"
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("number", ["0", "x", "9" * 30, "%00"])
def test_a_number_that_is_no_version_is_missing(
    client: Client, guide: GuidancePage, number: str
) -> None:
    address = f"/cms/upkeep/{guide.pk}/versions/?from={number}&to={versions(guide)[0]}"
    assert client.get(address).status_code == 404


def test_a_page_without_versions_says_so(client: Client) -> None:
    html = client.get(f"/cms/upkeep/{pages.guidance().pk}/versions/").content.decode()
    assert "No version is kept of this page." in html
