"""A major change is told once to who follows the page, and marks what rests on it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale

from hub.access.groups import group_for_area
from hub.guidance.models import GuidancePage
from hub.legislation.models import ActPage
from hub.notices.models import Notice
from hub.notices.readable import tellable
from hub.pages.enums import Significance
from hub.upkeep.models import Affected, Change
from hub.upkeep.telling import tell_keepers
from hub.users.models import User
from tests.factories import pages
from tests.factories.notices import SubscriptionFactory
from tests.factories.people import AreaFactory
from tests.factories.upkeep import author, change, day, note, publish, resting_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def act() -> ActPage:
    return publish(pages.act(title="The act"))


def follow(page: ActPage) -> int:
    return SubscriptionFactory(kind=page.kind_name, object_id=page.pk).person_id


def stored(page: GuidancePage) -> GuidancePage:
    return GuidancePage.objects.get(pk=page.pk)


def test_who_follows_is_told_in_the_words_of_the_note(act: ActPage) -> None:
    person = follow(act)
    change(act, "Tell the council first")
    told = Notice.objects.get(person=person)
    assert (told.text, told.detail, told.url) == (
        "Changed: The act",
        "Tell the council first",
        act.url,
    )


@pytest.mark.parametrize("significance", [Significance.TYPO, Significance.MINOR])
def test_smaller_changes_tell_nobody(act: ActPage, significance: Significance) -> None:
    follow(act)
    guide = resting_on(act)
    change(act, significance=significance)
    assert Notice.objects.count() == 0
    assert stored(guide).banner() is None


def test_publishing_again_tells_nobody_again(act: ActPage) -> None:
    follow(act)
    act = change(act)
    publish(act)
    assert Notice.objects.count() == 1


def test_the_next_major_change_is_told_too(act: ActPage) -> None:
    follow(act)
    act = change(act)
    change(act, "And more")
    assert Notice.objects.count() == 2


def test_a_note_of_long_ago_is_no_news(act: ActPage) -> None:
    follow(act)
    change(act, days=-31)
    assert Notice.objects.count() == 0


def test_a_draft_tells_nobody(act: ActPage) -> None:
    follow(act)
    act.change_notes = [note("Not yet", Significance.MAJOR)]
    act.save_revision()
    assert Notice.objects.count() == 0


def test_readers_of_what_rests_on_it_are_warned(act: ActPage) -> None:
    guide = resting_on(act)
    change(act)
    assert "changed on" in stored(guide).banner().title
    assert Affected.objects.get().tie == "rests_on"


def test_a_translation_is_out_of_date(act: ActPage) -> None:
    welsh = Locale.objects.create(language_code="cy")
    other = pages.act(title="Y ddeddf", translation_key=act.translation_key, locale=welsh)
    change(act)
    assert ActPage.objects.get(pk=other.pk).changed_below_on == day(0)


def test_what_does_not_rest_on_it_is_left_alone(act: ActPage) -> None:
    guide = pages.guidance()
    change(act)
    assert stored(guide).changed_below_on is None


def test_readers_see_the_day_of_the_earliest_change_that_waits(act: ActPage) -> None:
    guide = resting_on(act)
    act = change(act)
    earlier = day(-4)
    GuidancePage.objects.filter(pk=guide.pk).update(changed_below_on=earlier)
    change(act, "And more")
    assert stored(guide).changed_below_on == earlier


def test_publishing_what_was_read_on_a_later_day_settles_it(act: ActPage) -> None:
    guide = resting_on(act)
    change(act)
    Change.objects.update(at=timezone.now() - timedelta(days=3))
    publish(stored(guide), reviewed_on=day(0))
    assert stored(guide).changed_below_on is None


def test_publishing_without_reading_again_settles_nothing(act: ActPage) -> None:
    guide = resting_on(act, reviewed_on=day(-9))
    change(act)
    publish(stored(guide))
    assert stored(guide).changed_below_on == day(0)


def test_an_older_version_brings_no_older_warning_back(act: ActPage) -> None:
    guide = publish(resting_on(act))
    change(act)
    assert stored(guide).get_latest_revision_as_object().changed_below_on == day(0)
    publish(stored(guide).get_latest_revision_as_object())
    assert stored(guide).changed_below_on == day(0)


def test_who_keeps_what_rests_on_it_is_told_once_without_its_name(act: ActPage) -> None:
    keeper = author()
    resting_on(act, page_owner=keeper, title="Cuckooing")
    resting_on(act, page_owner=keeper)
    change(act)
    tell_keepers.call()
    tell_keepers.call()
    told = Notice.objects.get(person=keeper)
    assert told.text == "Something changed that 2 pages and questions of yours rest on"
    assert "Cuckooing" not in told.text + told.detail


def test_a_follower_who_may_not_read_it_any_more_hears_nothing(act: ActPage) -> None:
    person = User.objects.get(pk=follow(act))
    pages.restrict(act, group_for_area(AreaFactory()))
    change(act)
    assert Notice.objects.filter(person=person).exists()
    assert tellable(person, Notice.objects.filter(person=person)) == []
