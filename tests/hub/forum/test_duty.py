"""Who is on duty at a moment: those with a shift who moderate still."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import Membership
from hub.access.personal_data import personal_records
from hub.forum.duty import on_duty
from hub.forum.models import DutyShift
from hub.mydata.services import erase_account
from tests.factories.duty import HOUR, moderator_on_duty, shift
from tests.factories.forum import SpaceFactory, moderator, moderator_of
from tests.factories.people import AreaFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db

NINE, FIVE = datetime(2026, 11, 25, 9, tzinfo=UTC), datetime(2026, 11, 25, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "is_on"),
    [
        (NINE - timedelta(seconds=1), False),
        (NINE, True),
        (FIVE - timedelta(seconds=1), True),
        (FIVE, False),
    ],
)
def test_a_shift_has_its_first_moment_and_not_its_last(moment: datetime, is_on: bool) -> None:
    shift(begins=NINE, ends=FIVE)
    assert on_duty(moment).exists() is is_on


def test_at_the_end_of_a_shift_the_next_one_is_on_alone() -> None:
    shift(begins=NINE, ends=FIVE)
    next_one = shift(begins=FIVE, ends=FIVE + HOUR).person
    assert list(on_duty(FIVE)) == [next_one]


def test_two_are_on_duty_at_the_same_time_and_somebody_with_two_shifts_once() -> None:
    first, second = moderator_on_duty(), moderator_on_duty()
    shift(first)
    assert set(on_duty(timezone.now())) == {first, second}
    assert on_duty(timezone.now()).count() == 2


def test_whoever_lost_the_role_is_not_on_duty() -> None:
    person = moderator_on_duty()
    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.filter(person=person).update(ends_on=yesterday)
    assert not on_duty(timezone.now()).exists()


def test_whoever_left_the_hub_is_not_on_duty() -> None:
    person = moderator_on_duty()
    person.is_active = False
    person.save()
    assert not on_duty(timezone.now()).exists()


def test_moderators_of_an_area_or_of_one_space_are_not_on_duty() -> None:
    shift(with_role(UserFactory(), Role.MODERATOR, area=AreaFactory()))
    shift(moderator_of(SpaceFactory()))
    moderator()
    assert not on_duty(timezone.now()).exists()


def test_the_database_refuses_a_shift_that_ends_before_it_begins() -> None:
    with pytest.raises(IntegrityError):
        shift(begins=FIVE, ends=NINE)


def test_shifts_are_in_the_copy_of_what_is_kept_of_somebody_and_end_with_the_account() -> None:
    held, other = shift(begins=NINE, ends=FIVE), shift()
    record = next(record for record in personal_records() if record.name == "duty_shifts")
    assert list(record.export(held.person)) == [{"begins": NINE, "ends": FIVE}]
    erase_account(person=held.person, by=held.person)
    assert DutyShift.objects.get() == other
