from datetime import timedelta

import pytest
from django.utils import timezone

from hub.notices.models import Notice
from hub.users.models import Verification
from hub.users.services import verify_by_address
from hub.users.verification.ticks import remind
from tests.factories.verification import DomainFactory, verified_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def verification() -> Verification:
    verified_person(DomainFactory())
    return Verification.objects.get()


@pytest.mark.parametrize(("left", "reminders"), [(29, 0), (28, 1), (8, 1), (7, 2), (0, 2), (-1, 0)])
def test_reminders_go_out_four_weeks_and_one_week_before(
    left: int, reminders: int, verification: Verification
) -> None:
    remind(verification.until - timedelta(days=left))
    verification.refresh_from_db()
    assert verification.reminders == reminders


def test_each_goes_out_once(verification: Verification) -> None:
    for left in (28, 27, 26, 7, 6):
        remind(verification.until - timedelta(days=left))
    assert Notice.objects.filter(text__startswith="You count").count() == 2


def test_renewing_starts_the_reminders_anew(verification: Verification) -> None:
    remind(verification.until - timedelta(days=7))
    verify_by_address(person=verification.membership.person)
    assert Verification.objects.get().reminders == 0


def test_what_has_ended_is_reminded_of_no_more(verification: Verification) -> None:
    verification.membership.person.emailaddress_set.first().delete()
    Notice.objects.all().delete()
    assert remind(timezone.localdate() + timedelta(days=364)) is None
