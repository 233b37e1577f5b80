from datetime import datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from hub.notices.enums import Category, Preset, Rhythm, Weekday
from hub.notices.models import Notice, NoticeChoices
from hub.notices.presets import PRESETS, preset_of
from hub.notices.sending import send_due_notices
from hub.notices.services import choose, choose_preset, notify, stop_category, stop_round_ups
from hub.users.models import User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

LONDON = timezone.get_default_timezone()
EVENING = datetime(2026, 3, 28, 23, tzinfo=LONDON)  # summer time begins in this night
MORNING = datetime(2026, 3, 29, 7, tzinfo=LONDON)


@pytest.fixture
def person() -> User:
    return UserFactory()


def tell(person: User, category: Category) -> Notice:
    return notify(people=[person.pk], category=category, text=category.label, url="/forum/")[0]


def quiet(person: User) -> NoticeChoices:
    return choose(
        person=person,
        rhythms=PRESETS[Preset.NORMAL],
        weekly_day=Weekday.MONDAY,
        quiet_from=22,
        quiet_until=7,
    )


def rhythm_of_next(person: User, category: Category) -> str:
    fresh = User.objects.get(pk=person.pk)
    return tell(fresh, category).rhythm


@pytest.mark.parametrize("preset", Preset)
def test_a_preset_is_known_by_what_it_holds(person: User, preset: Preset) -> None:
    assert preset_of(choose_preset(person=person, preset=preset).rhythms) == preset


def test_who_chose_nothing_has_the_normal_preset() -> None:
    assert preset_of(NoticeChoices().rhythms) == Preset.NORMAL


def test_a_preset_leaves_quiet_hours_alone(person: User) -> None:
    quiet(person)
    assert choose_preset(person=person, preset=Preset.QUIET).quiet_from == 22


def test_what_waits_follows_a_new_choice(person: User) -> None:
    waiting = tell(person, Category.NEWS)
    choose_preset(person=person, preset=Preset.EVERYTHING)
    waiting.refresh_from_db()
    assert waiting.email_due_at <= timezone.now()
    choose_preset(person=person, preset=Preset.QUIET)
    waiting.refresh_from_db()
    assert (waiting.rhythm, waiting.email_due_at) == (Rhythm.HUB, None)


def test_in_quiet_hours_mail_waits_for_their_end_and_account_notices_do_not(person: User) -> None:
    quiet(person)
    with time_machine.travel(EVENING, tick=False):
        tell(person, Category.TASK)
        tell(person, Category.ACCOUNT)
        send_due_notices.call()
    assert [message.subject for message in mail.outbox] == [Category.ACCOUNT.label]
    for moment, count in ((MORNING - timedelta(minutes=1), 0), (MORNING, 1)):
        with time_machine.travel(moment, tick=False):
            assert send_due_notices.call() == count


def test_mail_that_was_held_up_does_not_break_into_quiet_hours(person: User) -> None:
    quiet(person)
    with time_machine.travel(EVENING - timedelta(hours=2), tick=False):
        tell(person, Category.TASK)
    with time_machine.travel(EVENING, tick=False):
        assert send_due_notices.call() == 0
    with time_machine.travel(MORNING, tick=False):
        assert send_due_notices.call() == 1


def test_a_stopped_category_stays_in_the_hub_and_the_others_still_come(person: User) -> None:
    stop_category(person=person, category=Category.REPLY)
    assert rhythm_of_next(person, Category.REPLY) == Rhythm.HUB
    assert rhythm_of_next(person, Category.TASK) == Rhythm.AT_ONCE


def test_stopped_round_ups_leave_what_comes_at_once(person: User) -> None:
    stop_round_ups(person=person)
    stop_category(person=person, category=Category.TASK)
    assert not NoticeChoices.objects.get(person=person).mails_overflow
    assert rhythm_of_next(person, Category.NEWS) == Rhythm.HUB
    assert rhythm_of_next(person, Category.REPLY) == Rhythm.AT_ONCE


def test_nobody_can_switch_off_account_notices(person: User) -> None:
    choose_preset(person=person, preset=Preset.QUIET)
    stop_round_ups(person=person)
    stop_category(person=person, category=Category.ACCOUNT)
    assert rhythm_of_next(person, Category.ACCOUNT) == Rhythm.AT_ONCE


@pytest.mark.parametrize(("start", "end"), [(22, None), (None, 7), (7, 7), (24, 7)])
def test_half_or_empty_quiet_hours_are_refused(
    person: User, start: int | None, end: int | None
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        choose(
            person=person,
            rhythms=PRESETS[Preset.NORMAL],
            weekly_day=0,
            quiet_from=start,
            quiet_until=end,
        )
