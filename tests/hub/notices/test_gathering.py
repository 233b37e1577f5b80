from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from hub.notices.enums import Category, Preset, Rhythm, Weekday
from hub.notices.gathering import MOST_A_DAY, gather
from hub.notices.models import Mail, Notice
from hub.notices.presets import PRESETS
from hub.notices.sending import send_due_notices
from hub.notices.services import choose, choose_preset, notify, stop_round_ups
from hub.users.models import User
from tests.factories.forum import question
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

THURSDAY = datetime(2026, 11, 26, 14, tzinfo=timezone.get_default_timezone())
MONDAY = datetime(2026, 11, 30, 8, tzinfo=timezone.get_default_timezone())


def tell(person: User, category: Category = Category.FOLLOWED, **about: Any) -> Notice:
    told = {"text": "News", "url": "/forum/"} | about
    return notify(people=[person.pk], category=category, **told)[0]


def sweep_at(moment: datetime) -> int:
    with time_machine.travel(moment, tick=False):
        return send_due_notices.call()


@pytest.fixture
def person() -> User:
    return UserFactory()


@time_machine.travel(THURSDAY, tick=False)
def test_only_replies_and_what_waits_for_me_come_at_once(person: User) -> None:
    for category in (Category.REPLY, Category.TASK, Category.FOLLOWED, Category.NEWS):
        tell(person, category, text=category.label, kind="", url=f"/{category}/")
    send_due_notices.call()
    assert {message.subject for message in mail.outbox} == {
        Category.REPLY.label,
        Category.TASK.label,
    }


def test_everything_else_comes_in_one_mail_a_week(person: User) -> None:
    for day in range(3):
        with time_machine.travel(THURSDAY + timedelta(days=day), tick=False):
            tell(person, text=f"Day {day}", url=f"/{day}/")
            tell(person, Category.NEWS, text=f"News {day}", url=f"/news/{day}/")
            assert send_due_notices.call() == 0
    assert sweep_at(MONDAY - timedelta(minutes=1)) == 0
    assert sweep_at(MONDAY) == 1
    assert [f"Day {day}" in mail.outbox[0].body for day in range(3)] == [True, True, True]
    assert mail.outbox[0].subject == "Your round-up: 6 new things"


def test_a_week_without_news_brings_no_mail(person: User) -> None:
    with time_machine.travel(THURSDAY, tick=False):
        tell(person)
    assert [sweep_at(MONDAY + timedelta(weeks=week)) for week in range(4)] == [1, 0, 0, 0]


def test_a_late_round_up_is_one_still(person: User) -> None:
    with time_machine.travel(THURSDAY, tick=False):
        tell(person)
    assert [sweep_at(MONDAY + timedelta(hours=9)), sweep_at(MONDAY + timedelta(days=1))] == [1, 0]


def test_daily_and_weekly_news_that_are_due_together_share_a_mail(person: User) -> None:
    rhythms = dict(PRESETS["normal"]) | {Category.FOLLOWED: Rhythm.DAILY}
    choose(person=person, rhythms=rhythms, weekly_day=Weekday.MONDAY)
    with time_machine.travel(MONDAY - timedelta(hours=2), tick=False):
        tell(person, url="/1/")
        tell(person, Category.NEWS, url="/2/")
    assert sweep_at(MONDAY) == 1


@time_machine.travel(THURSDAY, tick=False)
def test_several_notices_about_one_thing_are_one_mail(person: User) -> None:
    thread = question()
    for n in range(3):
        tell(person, Category.REPLY, text=f"Reply {n}", kind="thread", object_id=thread.pk)
    send_due_notices.call()
    assert [message.subject for message in mail.outbox] == ["Reply 2, and 2 more"]


def test_a_busy_thread_brings_a_mail_an_hour_at_most(person: User) -> None:
    thread, sent = question(), []
    for minute in range(0, 120, 10):
        with time_machine.travel(THURSDAY + timedelta(minutes=minute), tick=False):
            tell(person, Category.REPLY, kind="thread", object_id=thread.pk)
            sent.append(send_due_notices.call())
    assert sum(sent) == 2
    assert sweep_at(THURSDAY + timedelta(minutes=120)) == 1
    assert not Notice.objects.filter(emailed_at=None, person=person).exists()


def test_beyond_so_many_mails_a_day_the_rest_waits_for_a_round_up(person: User) -> None:
    with time_machine.travel(THURSDAY, tick=False):
        for n in range(MOST_A_DAY + 3):
            tell(person, Category.REPLY, url=f"/{n}/")
            send_due_notices.call()
        tell(person, Category.ACCOUNT, text="A new device", url="/account/")
        assert send_due_notices.call() == 1
    assert len(mail.outbox) == MOST_A_DAY + 1
    sweep_at(THURSDAY + timedelta(days=1))
    assert mail.outbox[-1].subject == "Your round-up: 3 new things"


def test_who_stopped_round_ups_finds_the_rest_of_a_busy_day_in_the_hub(person: User) -> None:
    choose_preset(person=person, preset=Preset.EVERYTHING)
    stop_round_ups(person=person)
    with time_machine.travel(THURSDAY, tick=False):
        for n in range(MOST_A_DAY + 3):
            tell(person, url=f"/{n}/")
        send_due_notices.call()
    assert sweep_at(THURSDAY + timedelta(days=1)) == 0
    assert len(mail.outbox) == MOST_A_DAY


@time_machine.travel(THURSDAY, tick=False)
def test_an_account_notice_travels_alone(person: User) -> None:
    tell(person, Category.ACCOUNT)
    tell(person, Category.ACCOUNT)
    tell(person, Category.TASK)
    assert send_due_notices.call() == 3


@time_machine.travel(THURSDAY, tick=False)
def test_a_notice_joins_one_mail_however_often_it_is_gathered(person: User) -> None:
    tell(person, Category.REPLY)
    assert (gather(timezone.now()), gather(timezone.now())) == (1, 0)
    assert Mail.objects.count() == 1


@time_machine.travel(THURSDAY, tick=False)
def test_gathering_for_many_costs_the_same_reading(django_assert_max_num_queries: Any) -> None:
    notify(
        people=[UserFactory().pk for _ in range(20)],
        category=Category.REPLY,
        text="News",
        url="/forum/",
    )
    with django_assert_max_num_queries(3 + 20 * 4):
        assert gather(timezone.now()) == 20
