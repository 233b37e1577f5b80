"""A review that is due is asked for of one after the other, and each time once."""

import pytest

from hub.access.enums import Role
from hub.guidance.models import GuidancePage
from hub.notices.models import Notice
from hub.upkeep.reminding import remind_of_reviews
from hub.users.models import User
from tests.factories import pages
from tests.factories.people import UserFactory, with_role
from tests.factories.upkeep import author, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, User]:
    return {name: author() for name in ("page_owner", "deputy", "reviewer")}


@pytest.fixture
def role_holder() -> User:
    return with_role(UserFactory(), Role.REVIEWER)


@pytest.fixture
def administrator() -> User:
    return with_role(UserFactory(), Role.ADMINISTRATOR)


def told(days: int, **people: User) -> list[int]:
    """Whom a page that is due in so many days makes the clock tell."""
    pages.guidance(title="Cuckooing", review_on=day(days), **people)
    remind_of_reviews()
    return list(Notice.objects.values_list("person_id", flat=True))


def test_a_month_before_the_owner_is_asked(people: dict[str, User]) -> None:
    assert told(30, **people) == [people["page_owner"].pk]


def test_earlier_nobody_is(people: dict[str, User]) -> None:
    assert told(31, **people) == []


def test_on_the_day_the_deputy_is_asked(people: dict[str, User]) -> None:
    assert told(0, **people) == [people["deputy"].pk]


def test_after_two_weeks_the_reviewer(people: dict[str, User]) -> None:
    assert told(-14, **people) == [people["reviewer"].pk]


def test_after_four_weeks_everybody_with_the_role(
    people: dict[str, User], role_holder: User
) -> None:
    assert told(-28, **people) == [role_holder.pk]


def test_after_six_weeks_the_administrators(people: dict[str, User], administrator: User) -> None:
    assert told(-42, **people) == [administrator.pk]


def test_a_page_whose_owner_left_asks_the_next(people: dict[str, User]) -> None:
    User.objects.filter(pk=people["page_owner"].pk).update(is_active=False)
    people["page_owner"].refresh_from_db()
    assert told(30, **people) == [people["deputy"].pk]


def test_the_clock_asks_once_however_often_it_runs(people: dict[str, User]) -> None:
    told(0, **people)
    assert remind_of_reviews() == 0
    assert Notice.objects.count() == 1


def test_the_next_review_is_asked_for_again(people: dict[str, User]) -> None:
    told(0, **people)
    GuidancePage.objects.update(review_on=day(1))
    assert remind_of_reviews() == 1


def test_the_notice_names_no_page(people: dict[str, User]) -> None:
    told(0, **people)
    assert "Cuckooing" not in Notice.objects.get().text


@pytest.mark.parametrize("fields", [{"live": False}, {"withdrawn_on": "2026-01-01"}])
def test_what_nobody_relies_on_is_not_asked_about(
    people: dict[str, User], fields: dict[str, object]
) -> None:
    pages.guidance(review_on=day(-1), **people, **fields)
    assert remind_of_reviews() == 0
