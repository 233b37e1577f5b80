"""What one page of the board says and does, for who may change the page."""

import pytest
from django.test import Client

from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.access.models import AuditRecord
from hub.guidance.models import GuidancePage
from hub.upkeep.models import Review
from tests.factories import pages
from tests.factories.people import AreaFactory, sign_in, staff_client, with_role
from tests.factories.upkeep import author, change, day, publish, resting_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return staff_client(Role.REVIEWER)


@pytest.fixture
def guide() -> GuidancePage:
    return publish(pages.guidance(title="Cuckooing", review_on=day(-2)))


def address(page: GuidancePage, part: str = "") -> str:
    return f"/cms/upkeep/{page.pk}/{part}"


def test_one_click_says_that_it_is_still_right(client: Client, guide: GuidancePage) -> None:
    response = client.post(address(guide), {"note": ""}, follow=True)
    assert "Readers see that it was reviewed today" in response.content.decode()
    assert GuidancePage.objects.get(pk=guide.pk).reviewed_on == day(0)


def test_a_note_that_points_at_a_person_comes_back_with_its_words(
    client: Client, guide: GuidancePage
) -> None:
    note = "Ask on 07700 900123"
    html = client.post(address(guide), {"note": note}).content.decode()
    assert note in html
    assert Review.objects.count() == 0


def test_who_is_asked_now_is_named(client: Client) -> None:
    page = pages.guidance(deputy=author(name="Ana Brown"))
    assert "Ana Brown" in client.get(address(page)).content.decode()


def test_what_changed_below_it_is_named_with_its_words(client: Client) -> None:
    act = publish(pages.act(title="The act"))
    guide = resting_on(act)
    change(act, "Tell the council first")
    html = client.get(address(guide)).content.decode()
    assert "The act" in html
    assert "Tell the council first" in html


def test_what_changed_and_may_not_be_read_is_not_named(client: Client) -> None:
    act = publish(pages.act(title="The act"))
    guide = resting_on(act)
    change(act, "Tell the council first")
    pages.restrict(act, group_for_area(AreaFactory()))
    html = client.get(address(guide)).content.decode()
    assert "The act" not in html
    assert "Tell the council first" not in html


PARTS = ["", "versions/", "withdraw/", "merge/"]


@pytest.mark.parametrize("part", PARTS)
def test_a_page_that_somebody_may_not_change_is_missing(
    client: Client, guide: GuidancePage, part: str
) -> None:
    assert client.get(address(guide, part)).status_code == 200
    pages.restrict(guide, group_for_area(AreaFactory()))
    assert client.get(address(guide, part)).status_code == 404


@pytest.mark.parametrize("part", PARTS)
def test_a_page_that_is_no_page_of_the_knowledge_base_is_missing(client: Client, part: str) -> None:
    assert client.get(address(pages.home_page(), part)).status_code == 404


@pytest.mark.parametrize("part", ["withdraw/", "merge/"])
def test_a_draft_is_not_taken_from_its_readers(client: Client, part: str) -> None:
    assert client.get(address(pages.guidance(live=False), part)).status_code == 404


@pytest.mark.parametrize("part", ["withdraw/", "merge/"])
def test_who_may_not_publish_takes_nothing_away(guide: GuidancePage, part: str) -> None:
    assert staff_client(Role.AUTHOR).get(address(guide, part)).status_code == 404


def test_the_opening_of_a_closed_page_goes_on_record(guide: GuidancePage) -> None:
    area = AreaFactory()
    pages.restrict(guide, group_for_area(area))
    client = sign_in(Client(), with_role(author(), Role.PRACTITIONER, area=area), mfa=True)
    client.get(address(guide))
    assert AuditRecord.objects.filter(action="page.opened").count() == 1


def test_the_header_of_the_editor_leads_there(client: Client, guide: GuidancePage) -> None:
    assert address(guide) in client.get(f"/cms/pages/{guide.pk}/edit/").content.decode()
