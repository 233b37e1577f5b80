"""Withdrawing and merging by form: what is wrong is said beside the field, nothing is lost."""

import pytest
from django.test import Client

from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.guidance.models import GuidancePage
from tests.factories import pages
from tests.factories.people import AreaFactory, staff_client
from tests.factories.upkeep import publish

pytestmark = pytest.mark.django_db
WHY = "The scheme has ended."


@pytest.fixture
def client() -> Client:
    return staff_client(Role.REVIEWER)


@pytest.fixture
def guide() -> GuidancePage:
    return publish(pages.guidance(title="Home takeover"))


@pytest.fixture
def other() -> GuidancePage:
    return publish(pages.guidance(title="Cuckooing"))


def send(client: Client, page: GuidancePage, part: str, **data: object) -> str:
    return client.post(f"/cms/upkeep/{page.pk}/{part}/", data, follow=True).content.decode()


def stored(page: GuidancePage) -> GuidancePage:
    return GuidancePage.objects.get(pk=page.pk)


def test_a_page_is_withdrawn_with_its_successor(
    client: Client, guide: GuidancePage, other: GuidancePage
) -> None:
    send(client, guide, "withdraw", because=WHY, instead=other.pk)
    page = stored(guide)
    assert (page.withdrawn_because, page.replaced_by_id) == (WHY, other.pk)


def test_and_brought_back(client: Client, guide: GuidancePage) -> None:
    send(client, guide, "withdraw", because=WHY)
    send(client, guide, "withdraw", then="bring_back")
    assert stored(guide).withdrawn_on is None


def test_why_must_be_said(client: Client, guide: GuidancePage) -> None:
    assert "Say why readers" in send(client, guide, "withdraw", because="")
    assert stored(guide).withdrawn_on is None


def test_a_page_does_not_replace_itself(client: Client, guide: GuidancePage) -> None:
    assert WHY in send(client, guide, "withdraw", because=WHY, instead=guide.pk)
    assert stored(guide).withdrawn_on is None


def test_a_page_that_somebody_may_not_read_replaces_nothing(
    client: Client, guide: GuidancePage, other: GuidancePage
) -> None:
    pages.restrict(other, group_for_area(AreaFactory()))
    html = send(client, guide, "withdraw", because=WHY, instead=other.pk)
    assert "Cuckooing" not in html
    assert stored(guide).withdrawn_on is None


def test_pages_are_merged(client: Client, guide: GuidancePage, other: GuidancePage) -> None:
    send(client, guide, "merge", because=WHY, into=other.pk)
    assert client.get(guide.url).url.endswith(other.url)


def test_a_page_that_somebody_may_not_change_takes_nothing_in(
    client: Client, guide: GuidancePage, other: GuidancePage
) -> None:
    pages.restrict(other, group_for_area(AreaFactory()))
    html = send(client, guide, "merge", because=WHY, into=other.pk)
    assert "Cuckooing" not in html
    assert stored(guide).live


def test_what_cant_be_merged_is_said_beside_the_field(client: Client, guide: GuidancePage) -> None:
    html = send(client, guide, "merge", because=WHY, into=guide.pk)
    assert "These two can" in html
    assert WHY in html


@pytest.mark.parametrize(("part", "field"), [("withdraw", "instead"), ("merge", "into")])
def test_what_is_no_number_of_a_page_is_refused_in_words(
    client: Client, guide: GuidancePage, part: str, field: str
) -> None:
    html = send(client, guide, part, because=WHY, **{field: "x"})
    assert WHY in html
    assert stored(guide).live
    assert stored(guide).withdrawn_on is None
