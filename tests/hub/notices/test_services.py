import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from hub.notices.enums import Category
from hub.notices.models import Notice, Subscription
from hub.notices.services import (
    mark_all_read,
    mark_read,
    notify,
    subscribe,
    unsubscribe,
    withdraw_notices,
)
from tests.factories.notices import NoticeFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def queued_sweeps() -> int:
    return DBTaskResult.objects.filter(task_path="hub.notices.sending.send_due_notices").count()


def test_following_twice_is_following_once() -> None:
    person = UserFactory()
    subscribe(person=person, kind="thread", object_id=1)
    subscribe(person=person, kind="thread", object_id=1)
    assert Subscription.objects.count() == 1


def test_stopping_says_whether_there_was_anything_to_stop() -> None:
    person = UserFactory()
    subscribe(person=person, kind="thread", object_id=1)
    stopped = [
        unsubscribe(person_id=person.pk, kind="thread", object_id=1),
        unsubscribe(person_id=person.pk, kind="thread", object_id=1),
    ]
    assert stopped == [True, False]


def test_each_person_is_told_once() -> None:
    one, two = UserFactory(), UserFactory()
    notify(people=[one.pk, two.pk, one.pk], category=Category.TASK, text="News", url="/forum/")
    assert [notice.person for notice in Notice.objects.order_by("pk")] == [one, two]


def test_telling_many_costs_no_more_than_telling_one(django_assert_num_queries) -> None:
    people = [UserFactory().pk for _ in range(30)]
    with django_assert_num_queries(5):
        notify(people=people, category=Category.TASK, text="News", url="/forum/")


def test_telling_starts_the_sweep() -> None:
    notify(people=[UserFactory().pk], category=Category.TASK, text="News", url="/forum/")
    assert queued_sweeps() == 1


def test_telling_of_what_can_wait_starts_no_sweep() -> None:
    notify(people=[UserFactory().pk], category=Category.NEWS, text="News", url="/forum/")
    assert queued_sweeps() == 0


def test_people_who_left_are_told_nothing() -> None:
    left = UserFactory(is_active=False)
    assert notify(people=[left.pk], category=Category.ACCOUNT, text="News", url="/") == []


def test_telling_nobody_starts_nothing() -> None:
    assert notify(people=[], category=Category.TASK, text="News", url="/forum/") == []
    assert queued_sweeps() == 0


@transaction.atomic
def tell_and_fail(person_id: int) -> None:
    notify(people=[person_id], category=Category.TASK, text="News", url="/forum/")
    raise ConnectionError


def test_a_rollback_leaves_neither_notice_nor_task() -> None:
    with pytest.raises(ConnectionError):
        tell_and_fail(UserFactory().pk)
    assert not Notice.objects.exists()
    assert queued_sweeps() == 0


def test_only_what_nobody_saw_is_taken_back() -> None:
    about = {"kind": "thread", "object_id": 1, "url": "/forum/posts/1/"}
    NoticeFactory(**about)
    seen = mark_read(notice=NoticeFactory(**about))
    withdraw_notices(kind="thread", object_id=1, url="/forum/posts/1/")
    assert list(Notice.objects.all()) == [seen]


def test_marking_all_read_leaves_other_peoples_alone() -> None:
    mine, other = NoticeFactory(), NoticeFactory()
    mark_all_read(person_id=mine.person_id)
    assert list(Notice.objects.unread()) == [other]
