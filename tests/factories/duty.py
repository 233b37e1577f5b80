"""Shifts of the duty rota, around now unless said otherwise."""

from datetime import datetime, timedelta

from django.utils import timezone

from hub.forum.models import DutyShift
from hub.users.models import User
from tests.factories.forum import moderator

HOUR = timedelta(hours=1)


def shift(
    person: User | None = None, begins: datetime | None = None, ends: datetime | None = None
) -> DutyShift:
    now = timezone.now()
    return DutyShift.objects.create(
        person=person or moderator(), begins=begins or now - HOUR, ends=ends or now + HOUR
    )


def moderator_on_duty() -> User:
    return shift().person
