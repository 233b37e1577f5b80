"""A withdrawn page stays readable, says so first and names its successor to who may read that."""

import pytest
from django.test import Client

from hub.access.groups import group_for_area
from hub.guidance.models import GuidancePage
from hub.notices.models import Notice
from hub.upkeep.models import Change
from hub.upkeep.services import bring_back, withdraw_page
from hub.users.models import User
from tests.factories import pages
from tests.factories.notices import SubscriptionFactory
from tests.factories.people import AreaFactory
from tests.factories.upkeep import publish, publisher, resting_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def by() -> User:
    return publisher()


@pytest.fixture
def guide() -> GuidancePage:
    return publish(pages.guidance(title="Cuckooing"))


def html(client: Client, page: GuidancePage) -> str:
    return client.get(page.url).content.decode()


def test_readers_see_why(client: Client, guide: GuidancePage, by: User) -> None:
    withdraw_page(page=guide, by=by, because="The scheme has ended.")
    assert "The scheme has ended." in html(client, guide)
    assert "Withdrawn" in html(client, guide)


def test_the_banner_leads_to_what_to_use_instead(
    client: Client, guide: GuidancePage, by: User
) -> None:
    other = pages.guidance(title="Home takeover")
    withdraw_page(page=guide, by=by, because="Replaced.", instead=other)
    assert f'href="{other.url}"' in html(client, guide)


def test_a_successor_that_a_reader_may_not_read_is_not_named(
    client: Client, guide: GuidancePage, by: User
) -> None:
    other = pages.guidance(title="Home takeover")
    withdraw_page(page=guide, by=by, because="Replaced.", instead=other)
    pages.restrict(other, group_for_area(AreaFactory()))
    assert "Home takeover" not in html(client, guide)


def test_followers_and_what_rests_on_it_learn_of_it(guide: GuidancePage, by: User) -> None:
    person = SubscriptionFactory(kind="guidance", object_id=guide.pk).person
    other = resting_on(guide)
    withdraw_page(page=guide, by=by, because="The scheme has ended.")
    assert Notice.objects.get(person=person).text == "Withdrawn: Cuckooing"
    assert GuidancePage.objects.get(pk=other.pk).banner() is not None


def test_doing_it_twice_tells_once(guide: GuidancePage, by: User) -> None:
    SubscriptionFactory(kind="guidance", object_id=guide.pk)
    page = withdraw_page(page=guide, by=by, because="The scheme has ended.")
    withdraw_page(page=page, by=by, because="The scheme ended in May.")
    assert Notice.objects.count() == 1


def test_the_draft_of_a_page_is_withdrawn_with_it(guide: GuidancePage, by: User) -> None:
    guide.summary = "As it will be"
    guide.save_revision()
    withdraw_page(page=guide, by=by, because="The scheme has ended.")
    draft = GuidancePage.objects.get(pk=guide.pk).get_latest_revision_as_object()
    assert draft.withdrawn_on is not None
    assert draft.summary == "As it will be"


def test_it_can_be_brought_back(client: Client, guide: GuidancePage, by: User) -> None:
    page = withdraw_page(page=guide, by=by, because="The scheme has ended.")
    bring_back(page=page, by=by)
    assert "The scheme has ended." not in html(client, guide)


def test_each_withdrawal_is_told_even_on_one_day(guide: GuidancePage, by: User) -> None:
    resting = resting_on(guide)
    stored = withdraw_page(page=guide, by=by, because="First reason")
    stored = bring_back(page=stored, by=by)
    resting.refresh_from_db()
    assert resting.changed_below_on is None
    withdraw_page(page=stored, by=by, because="Second reason")
    resting.refresh_from_db()
    assert resting.changed_below_on is not None
    assert {*Change.objects.values_list("text", flat=True)} == {"First reason", "Second reason"}
