"""There is always somebody who keeps a page: the next in line stands in for who can't."""

import pytest

from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.guidance.models import GuidancePage
from hub.pages.keepers import Keepers
from hub.users.models import User
from tests.factories import pages
from tests.factories.people import AreaFactory, UserFactory, with_role
from tests.factories.upkeep import author

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, User]:
    return {name: author() for name in ("page_owner", "deputy", "reviewer")}


@pytest.fixture
def guide(people: dict[str, User]) -> GuidancePage:
    return pages.guidance(**people)


def leave(person: User) -> None:
    User.objects.filter(pk=person.pk).update(is_active=False)


def first_of(page: GuidancePage) -> list[User]:
    return Keepers(GuidancePage.objects.get(pk=page.pk)).first()


def test_the_owner_comes_first(guide: GuidancePage, people: dict[str, User]) -> None:
    assert first_of(guide) == [people["page_owner"]]


def test_the_deputy_stands_in_for_an_owner_who_left(
    guide: GuidancePage, people: dict[str, User]
) -> None:
    leave(people["page_owner"])
    assert first_of(guide) == [people["deputy"]]


def test_the_reviewer_follows_the_deputy(guide: GuidancePage, people: dict[str, User]) -> None:
    leave(people["page_owner"])
    leave(people["deputy"])
    assert first_of(guide) == [people["reviewer"]]


def test_a_page_that_all_have_left_is_kept_by_its_role(
    guide: GuidancePage, people: dict[str, User]
) -> None:
    for person in people.values():
        leave(person)
    holders = [with_role(UserFactory(), Role.REVIEWER) for _ in range(2)]
    assert first_of(guide) == holders


def test_administrators_keep_what_no_holder_of_the_role_is_left_for() -> None:
    admin = with_role(UserFactory(), Role.ADMINISTRATOR)
    assert first_of(pages.guidance(owner_role=Role.TRAINER)) == [admin]


def test_a_role_in_one_area_keeps_no_page_of_the_hub() -> None:
    with_role(UserFactory(), Role.REVIEWER, area=AreaFactory())
    assert first_of(pages.guidance()) == []


def test_nobody_keeps_what_they_may_not_read(people: dict[str, User]) -> None:
    page = pages.guidance(**people)
    pages.restrict(page, group_for_area(AreaFactory()))
    assert first_of(page) == []


def test_somebody_who_writes_no_longer_keeps_nothing(people: dict[str, User]) -> None:
    assert first_of(pages.guidance(page_owner=UserFactory(), deputy=people["deputy"])) == [
        people["deputy"]
    ]


def test_who_is_asked_later_is_behind_in_the_line(
    guide: GuidancePage, people: dict[str, User]
) -> None:
    assert Keepers(guide).from_link(2) == [people["reviewer"]]


def test_where_nobody_is_behind_the_one_before_is_asked(
    guide: GuidancePage, people: dict[str, User]
) -> None:
    assert Keepers(guide).from_link(4) == [people["reviewer"]]
