"""A problem waits for those who keep the page, once until they have read of it."""

import pytest
from django.test import Client
from django.utils import timezone

from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.guidance.models import GuidancePage
from hub.notices.enums import Category
from hub.notices.models import Notice
from hub.usefulness.enums import Reason, Verdict
from hub.usefulness.services import say
from hub.users.models import User
from tests.factories import pages
from tests.factories.people import AreaFactory, UserFactory, staff_client, with_role

pytestmark = pytest.mark.django_db


def author(**where: object) -> User:
    person = UserFactory()
    return with_role(person, Role.AUTHOR, **where)


@pytest.fixture
def owner() -> User:
    return author()


@pytest.fixture
def guide(owner: User) -> GuidancePage:
    return pages.guidance(title="Cuckooing", page_owner=owner)


def find_problem(page: GuidancePage) -> None:
    say(page=page, verdict=Verdict.PROBLEM, reason=Reason.LINK, words="Gone")


def told() -> list[int]:
    return list(Notice.objects.order_by("person_id").values_list("person_id", flat=True))


def test_the_owner_is_told_and_nobody_else(guide: GuidancePage, owner: User) -> None:
    author()
    find_problem(guide)
    notice = Notice.objects.get()
    assert (notice.person_id, notice.category) == (owner.pk, Category.TASK)


def test_the_notice_names_no_page_and_says_nothing_of_the_answer(guide: GuidancePage) -> None:
    find_problem(guide)
    notice = Notice.objects.get()
    assert notice.detail == ""
    assert "Cuckooing" not in notice.text
    assert "Gone" not in notice.text


def test_the_notice_leads_to_the_board() -> None:
    page = pages.guidance(title="Cuckooing")
    client = staff_client(Role.REVIEWER)
    find_problem(page)
    url = Notice.objects.get().url
    assert "Gone" in client.get(url).content.decode()


@pytest.mark.parametrize("verdict", [Verdict.YES, Verdict.NO])
def test_other_answers_tell_nobody(guide: GuidancePage, verdict: Verdict) -> None:
    say(page=guide, verdict=verdict, reason=Reason.OLD)
    assert told() == []


def test_of_many_problems_one_notice_tells(guide: GuidancePage) -> None:
    for _ in range(3):
        find_problem(guide)
    assert Notice.objects.count() == 1


def test_another_page_tells_for_itself(guide: GuidancePage, owner: User) -> None:
    find_problem(guide)
    find_problem(pages.guidance(page_owner=owner))
    assert Notice.objects.count() == 2


def test_who_has_read_of_it_is_told_of_the_next(guide: GuidancePage) -> None:
    find_problem(guide)
    Notice.objects.update(read_at=timezone.now())
    find_problem(guide)
    assert Notice.objects.count() == 2


def test_a_page_without_a_keeper_tells_those_with_the_role_that_keeps_it() -> None:
    holders = [with_role(UserFactory(), Role.REVIEWER) for _ in range(2)]
    with_role(UserFactory(), Role.REVIEWER, area=AreaFactory())
    author()
    find_problem(pages.guidance())
    assert told() == [person.pk for person in holders]


def test_an_owner_who_writes_no_longer_is_not_told() -> None:
    reviewer = with_role(UserFactory(), Role.REVIEWER)
    find_problem(pages.guidance(page_owner=UserFactory()))
    assert told() == [reviewer.pk]


def test_the_reviewer_stands_in_for_an_owner_who_left() -> None:
    left, reviewer = author(), with_role(UserFactory(), Role.REVIEWER)
    User.objects.filter(pk=left.pk).update(is_active=False)
    find_problem(pages.guidance(page_owner=User.objects.get(pk=left.pk), reviewer=reviewer))
    assert told() == [reviewer.pk]


def test_nobody_is_told_of_a_page_that_they_may_not_read(owner: User) -> None:
    area = AreaFactory()
    page = pages.guidance(page_owner=owner)
    pages.restrict(page, group_for_area(area))
    author()
    find_problem(page)
    assert told() == []


def test_a_reader_answers_and_the_owner_is_told(client: Client, guide: GuidancePage) -> None:
    client.post(f"/useful/{guide.pk}/", {"verdict": "problem", "reason": "wrong"})
    assert len(told()) == 1
