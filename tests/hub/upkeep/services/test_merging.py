"""Two pages become one: the old address, its followers and what led to it go to the other."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from hub.access.groups import group_for_area
from hub.guidance.models import GuidancePage
from hub.notices.models import Notice, Subscription
from hub.upkeep.services import merge_pages
from hub.upkeep.services.merging import CannotMerge
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
def old() -> GuidancePage:
    return publish(pages.guidance(title="Home takeover"))


@pytest.fixture
def new() -> GuidancePage:
    return publish(pages.guidance(title="Cuckooing"))


def merge(old: GuidancePage, new: GuidancePage, by: User) -> None:
    merge_pages(page=old, into=new, by=by, because="They said the same.")


def test_the_old_address_leads_to_the_page_that_stays(
    client: Client, old: GuidancePage, new: GuidancePage, by: User
) -> None:
    merge(old, new, by)
    response = client.get(old.url)
    assert response.status_code == 302
    assert response.url.endswith(new.url)


def test_what_led_to_the_old_address_leads_there_at_once(
    client: Client, old: GuidancePage, new: GuidancePage, by: User
) -> None:
    Redirect.objects.create(old_path="/older", redirect_page=old)
    merge(old, new, by)
    assert client.get("/older/").url.endswith(new.url)


def test_the_old_page_is_kept_as_a_draft(old: GuidancePage, new: GuidancePage, by: User) -> None:
    merge(old, new, by)
    assert GuidancePage.objects.get(pk=old.pk).live is False


def test_followers_are_told_and_follow_the_other(
    old: GuidancePage, new: GuidancePage, by: User
) -> None:
    person = SubscriptionFactory(kind="guidance", object_id=old.pk).person
    SubscriptionFactory(kind="guidance", object_id=new.pk, person=person)
    merge(old, new, by)
    assert [row.object_id for row in Subscription.objects.filter(person=person)] == [new.pk]
    told = Notice.objects.get(person=person)
    assert (told.url, told.detail) == (new.url, "They said the same.")


def test_what_rests_on_it_is_out_of_date(old: GuidancePage, new: GuidancePage, by: User) -> None:
    guide = resting_on(old)
    merge(old, new, by)
    assert GuidancePage.objects.get(pk=guide.pk).changed_below_on is not None


def test_a_page_for_others_takes_nothing_in(old: GuidancePage, new: GuidancePage, by: User) -> None:
    pages.restrict(new, group_for_area(AreaFactory()))
    with pytest.raises(CannotMerge):
        merge(old, new, by)
    assert GuidancePage.objects.get(pk=old.pk).live


def test_a_page_is_not_merged_into_itself(old: GuidancePage, by: User) -> None:
    with pytest.raises(CannotMerge):
        merge(old, old, by)


def test_a_page_with_published_pages_below_it_stays(new: GuidancePage, by: User) -> None:
    act = publish(pages.act())
    pages.provision(under=act)
    act.refresh_from_db()
    with pytest.raises(CannotMerge):
        merge(act, new, by)
